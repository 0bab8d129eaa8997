using System.Text.RegularExpressions;

namespace Ita.Tests;

/// <summary>
/// Which folders of a project use which other folders of it, read from the C# and Razor sources, and the cycles among them.
/// A folder stands for its namespace; the project's own folder is named <c>.</c>, a nested folder <c>Analysis/Sections</c>.
/// </summary>
/// <remarks>
/// A folder uses another one when it imports the namespace (<c>using</c>, <c>using static</c>, an alias), names it in front of a type,
/// or names a type whose namespace needs no import: one of a parent folder, or one that a <c>_Imports.razor</c> imports.
/// </remarks>
internal sealed partial class FolderCycles
{
    public const string ProjectFolder = ".";

    private readonly string project;
    private readonly string rootNamespace;
    private readonly List<Source> sources;
    private readonly List<string> folders;
    private readonly ILookup<string, string> typesOf;

    private FolderCycles(string project, string rootNamespace)
    {
        (this.project, this.rootNamespace) = (project, rootNamespace);
        sources = [.. Directory.EnumerateFiles(project, "*", SearchOption.AllDirectories).Where(IsSource).Order(StringComparer.Ordinal).Select(Read)];
        folders = [.. sources.Select(source => source.Folder).Distinct()];
        typesOf = sources.SelectMany(source => source.Types, (source, type) => (source.Folder, type))
            .ToLookup(pair => pair.Folder, pair => pair.type);
        Edges = [.. sources.SelectMany(source => UsedBy(source).Select(used => (From: source.Folder, To: used))).Distinct().Order()];
        Cycles =
        [
            .. folders.Select(folder =>
                string.Join(" <-> ", folders.Where(other => other == folder || (Reaches(folder, other) && Reaches(other, folder)))))
                .Where(group => group.Contains(" <-> ", StringComparison.Ordinal))
                .Distinct(),
        ];
    }

    /// <summary>Each pair of folders of which the first uses the second.</summary>
    public IReadOnlyList<(string From, string To)> Edges { get; }

    /// <summary>Each group of folders that use each other, directly or through others; empty when the folders form layers.</summary>
    public IReadOnlyList<string> Cycles { get; }

    /// <param name="project">Path of the project's folder.</param>
    /// <param name="rootNamespace">The namespace of that folder, for example <c>Ita.Domain</c>.</param>
    public static FolderCycles Find(string project, string rootNamespace) => new(project, rootNamespace);

    private bool Reaches(string from, string to)
    {
        var reached = new HashSet<string>();
        var next = new Queue<string>([from]);
        while (next.TryDequeue(out var folder))
        {
            foreach (var used in Edges.Where(edge => edge.From == folder && reached.Add(edge.To)))
            {
                next.Enqueue(used.To);
            }
        }

        return reached.Contains(to);
    }

    private IEnumerable<string> UsedBy(Source source) => folders.Where(other => other != source.Folder
        && (source.Imports.Contains(NamespaceOf(other))
            || IsQualified(source, other)
            || ((IsParent(other, source.Folder) || IsImportedForAll(source, other)) && typesOf[other].Any(source.Words.Contains))));

    // Within the root namespace, "Texts.TextCatalogue" is found without an import.
    private bool IsQualified(Source source, string other) => other != ProjectFolder
        && typesOf[other].Any(type => source.Text.Contains($"{other.Replace('/', '.')}.{type}", StringComparison.Ordinal));

    private static bool IsParent(string other, string folder) => other == ProjectFolder || folder.StartsWith(other + "/", StringComparison.Ordinal);

    private bool IsImportedForAll(Source source, string other) => source.IsRazor
        && sources.Any(imports => IsParentOrSame(imports.Folder, source.Folder) && imports.ForAll.Contains(NamespaceOf(other)));

    private static bool IsParentOrSame(string other, string folder) => other == folder || IsParent(other, folder);

    private string NamespaceOf(string folder) => folder == ProjectFolder ? rootNamespace : $"{rootNamespace}.{folder.Replace('/', '.')}";

    private bool IsSource(string file) => Path.GetExtension(file) is ".cs" or ".razor"
        && Path.GetRelativePath(project, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj");

    private Source Read(string file)
    {
        var text = Comments().Replace(File.ReadAllText(file), "");
        var name = Path.GetFileNameWithoutExtension(file);
        var imports = file.EndsWith("_Imports.razor", StringComparison.Ordinal);
        var isRazor = file.EndsWith(".razor", StringComparison.Ordinal);
        var usings = Using().Matches(text).ToList();
        var used = usings.Select(match => match.Groups["name"].Value).ToList();
        var types = usings.Where(match => match.Groups["type"].Success).Select(match => match.Groups["name"].Value);
        return new(
            Path.GetDirectoryName(Path.GetRelativePath(project, file)) is { Length: > 0 } folder ? folder.Replace('\\', '/') : ProjectFolder,
            text,
            // An import of a type (static or alias) is an import of its namespace.
            imports ? [] : [.. used, .. types.Where(one => one.Contains('.', StringComparison.Ordinal)).Select(one => one[..one.LastIndexOf('.')])],
            [
                .. TypeDeclaration().Matches(text).Select(match => match.Groups["name"].Value),
                .. isRazor && !imports ? [Tag(name)] : Array.Empty<string>(),
            ],
            [.. Word().Matches(isRazor ? text : Strings().Replace(text, "")).SelectMany(word => WordsOf(word.Value, isRazor))],
            isRazor)
        {
            ForAll = imports ? [.. used] : [],
        };
    }

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/|@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"""[^""\n]*""")]
    private static partial Regex Strings();

    [GeneratedRegex(@"^\s*@?(global\s+)?using\s+(?<type>static\s+|\w+\s*=\s*)?(?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"\b(class|record struct|record class|record|struct|enum|interface)\s+(?<name>[A-Z]\w*)")]
    private static partial Regex TypeDeclaration();

    private static string[] WordsOf(string word, bool isRazor) => isRazor ? [word] : [word.TrimStart('<'), Tag(word.TrimStart('<'))];

    // In a Razor file a component is used by its tag; a property of the same name is no use of it.
    private static string Tag(string component) => "<" + component;

    [GeneratedRegex(@"<?\w+")]
    private static partial Regex Word();

    private sealed record Source(string Folder, string Text, HashSet<string> Imports, string[] Types, HashSet<string> Words, bool IsRazor)
    {
        /// <summary>What a <c>_Imports.razor</c> imports for the files of its folder and below; empty for other files.</summary>
        public HashSet<string> ForAll { get; init; } = [];
    }
}
