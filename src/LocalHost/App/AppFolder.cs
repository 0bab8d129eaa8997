namespace Ita.LocalHost.App;

/// <summary>A published Functions app, read: host.json, the functions in the host's order, and the settings.</summary>
internal sealed record AppFolder(string Root, HostJson Host, Settings Settings, IReadOnlyList<FunctionDefinition> Functions)
{
    /// <exception cref="AppFolderException">The folder breaks a rule of the host; all faults are listed.</exception>
    public static AppFolder Read(string folder, IReadOnlyDictionary<string, string> given)
    {
        var root = Path.GetFullPath(folder);
        var settings = Settings.Read(root, given);
        var functions = FunctionsIn(root, settings);
        var faults = functions.SelectMany(FunctionRules.Faults).ToList();
        return faults.Count == 0
            ? new(root, HostJson.Read(root, settings), settings, functions)
            : throw AppFolderException.Listing(folder, faults);
    }

    // Ordered by name whatever the case: the first route that matches wins (contract.md, section 4).
    private static List<FunctionDefinition> FunctionsIn(string root, Settings settings) =>
        [.. Directory.EnumerateDirectories(root)
            .Select(directory => Path.Combine(directory, "function.json"))
            .Where(File.Exists)
            .Select(path => FunctionFile.Read(path, settings))
            .Where(function => !IsDisabled(function, settings))
            .OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)];

    private static bool IsDisabled(FunctionDefinition function, Settings settings) =>
        settings[$"AzureWebJobs.{function.Name}.Disabled"] is { } text
        && (text == "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase));
}
