namespace Ita.LocalHost.Commands;

/// <summary>The words after <c>once</c>, read.</summary>
/// <param name="Files">Files and folders in the order given; a folder stands for its files by name.</param>
/// <param name="Kinds">The reports to print; empty for none.</param>
internal sealed record OnceLine(IReadOnlyList<string> Files, string Out, IReadOnlyList<string> Kinds)
{
    public const string Usage = """
        localhost once [options] FILE...  ingests files on a fresh store, scores, prints, and ends

          --app DIR           the published app
          --packages DIR      the folder that holds node_modules and scripts
          --out DIR           where results.json, uploads.json and reports/ go (out)
          --no-pdf            print nothing
          --reports KINDS     analysis (default), measures, follow-up, memo, circular, summary; by commas
        """;

    /// <exception cref="FormatException">The words are not as <see cref="Usage"/> says, or a file is not there.</exception>
    public static OnceLine Parse(CommandWords words)
    {
        var kinds = (words.TakeValue("--reports") ?? "analysis").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        kinds = words.TakeFlag("--no-pdf") ? [] : kinds;
        var folder = words.TakeValue("--out") ?? "out";
        var files = words.Rest().SelectMany(FilesOf).ToList();
        return files.Count == 0 ? throw new FormatException("No file was named.") : new(files, Path.GetFullPath(folder), kinds);
    }

    private static IEnumerable<string> FilesOf(string path) =>
        File.Exists(path) ? [path]
        : Directory.Exists(path) ? Directory.EnumerateFiles(path).Where(IsUpload).Order(StringComparer.Ordinal)
        : throw new FormatException($"There is no file '{path}'.");

    // A folder of files to upload may hold a note about them.
    private static bool IsUpload(string file) => !Path.GetFileName(file).StartsWith('.') && Path.GetExtension(file) is not ".md";
}
