using System.CommandLine;

namespace Ita.LocalHost.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static readonly Option<string> Packages = new("--packages")
    {
        Description = "the folder that holds node_modules and scripts",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".",
    };

    public static readonly Option<string?> Log = new("--log") { Description = "log to a file instead of stderr", HelpName = "FILE" };

    public static Option<string?> Samples(string description) => new("--samples") { Description = description, HelpName = "DIR" };

    public static Option<string?> App(bool isRequired) => new("--app")
    {
        Description = "the published app: host.json, worker.config.json, the worker",
        HelpName = "DIR",
        Required = isRequired,
    };

    /// <summary>Runs a command with the log that <c>--log</c> names, and closes the log afterwards.</summary>
    public static async Task<int> WithLogAsync(this ParseResult words, Func<Action<string>, Task<int>> run)
    {
        await using var file = words.GetValue(Log) is { } path
            ? TextWriter.Synchronized(new StreamWriter(path, append: true) { AutoFlush = true })
            : null;
        return await run(file is null ? Console.Error.WriteLine : file.WriteLine);
    }

    /// <summary>Files and folders in the order given; a folder is replaced by its files in the order of their names, without notes (.md).</summary>
    public static IEnumerable<string> FilesIn(params string[] paths) => paths.SelectMany(FilesAt);

    private static IEnumerable<string> FilesAt(string path) => File.Exists(path)
        ? [path]
        : Directory.EnumerateFiles(path).Where(IsUpload).Order(StringComparer.Ordinal);

    private static bool IsUpload(string file) => Path.GetFileName(file)[0] != '.' && Path.GetExtension(file) != ".md";
}
