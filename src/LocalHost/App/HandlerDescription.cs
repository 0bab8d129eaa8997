using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Ita.LocalHost.App;

/// <summary>The <c>customHandler</c> section of host.json: which program to start, and how long to wait for it.</summary>
internal sealed record HandlerDescription(string Executable, IReadOnlyList<string> Arguments, string WorkingDirectory, TimeSpan InitializationTimeout)
{
    /// <exception cref="AppFolderException">No executable is named.</exception>
    public static HandlerDescription From(IConfigurationSection section)
    {
        var description = section.GetSection("description");
        var executable = description["defaultExecutablePath"];
        return string.IsNullOrWhiteSpace(executable)
            ? throw new AppFolderException("host.json names no customHandler.description.defaultExecutablePath.")
            : new(executable, ArgumentsOf(description), description["workingDirectory"] ?? "", InitializationTimeoutOf(section));
    }

    // A setting may override the list as one JSON string (contract.md, section 1).
    private static string[] ArgumentsOf(IConfigurationSection description)
    {
        var arguments = description.GetSection("arguments");
        var list = arguments.Value is { Length: > 0 } text
            ? JsonSerializer.Deserialize<string[]>(text) ?? []
            : Children(arguments);
        return [.. list, .. Children(description.GetSection("workerArguments"))];
    }

    private static string[] Children(IConfigurationSection section) =>
        [.. section.GetChildren().Select(child => child.Value ?? "")];

    private static TimeSpan InitializationTimeoutOf(IConfigurationSection section) =>
        section["initializationTimeout"] is { } text ? TimeSpan.Parse(text, CultureInfo.InvariantCulture) : TimeSpan.FromSeconds(30);
}
