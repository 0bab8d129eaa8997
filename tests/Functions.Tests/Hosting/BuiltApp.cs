using Ita.Tests;

namespace Ita.Functions.Tests.Hosting;

/// <summary>The app as it was built beside these tests: host.json, one folder with function.json a function, and the handler.</summary>
internal static class BuiltApp
{
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string Folder { get; } = Path.Combine(Repository.Root, "src", "Functions", "bin", Configuration, "net10.0");

    public static string Handler { get; } = Path.Combine(Folder, "handler");

    /// <summary>The folder names, which are the functions' names.</summary>
    public static IReadOnlyList<string> Functions { get; } =
        [.. Directory.EnumerateFiles(Folder, "function.json", SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file)!))
            .Order(StringComparer.OrdinalIgnoreCase)];
}
