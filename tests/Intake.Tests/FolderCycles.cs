using System.Text.RegularExpressions;

namespace Ita.Intake.Tests;

/// <summary>
/// Finds cycles between the folders of a project from its source text. A folder uses another where one of its files imports the
/// namespace, or names a type of a namespace that it is in.
/// </summary>
internal static partial class FolderCycles
{
    /// <returns>One text for each cycle, such as <c>A -> B -> A</c>; none when all arrows go one way.</returns>
    public static IReadOnlyList<string> Find(string projectFolder)
    {
        var files = Directory.EnumerateFiles(projectFolder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Select(path => SourceFile.Parse(File.ReadAllText(path)))
            .OfType<SourceFile>()
            .ToList();
        var uses = Uses(files);
        return [.. uses.Keys.Order(StringComparer.Ordinal).Select(start => CycleFrom(start, uses)).OfType<string>()];
    }

    private static Dictionary<string, HashSet<string>> Uses(List<SourceFile> files)
    {
        var types = files.ToLookup(file => file.Namespace);
        var typesByNamespace =
            types.ToDictionary(group => group.Key, group => group.SelectMany(file => file.Types).ToHashSet(StringComparer.Ordinal));
        return types.ToDictionary(group => group.Key, group => group
            .SelectMany(file => file.Imports.Where(typesByNamespace.ContainsKey).Concat(ParentsUsedBy(file, typesByNamespace)))
            .Where(used => used != group.Key)
            .ToHashSet(StringComparer.Ordinal));
    }

    private static IEnumerable<string> ParentsUsedBy(SourceFile file, Dictionary<string, HashSet<string>> types) => types.Keys
        .Where(parent => file.Namespace.StartsWith(parent + ".", StringComparison.Ordinal) && file.Words.Overlaps(types[parent]));

    /// <summary>The shortest way from a namespace back to itself.</summary>
    private static string? CycleFrom(string start, Dictionary<string, HashSet<string>> uses)
    {
        var ways = new Queue<string[]>([[start]]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (ways.TryDequeue(out var way))
        {
            foreach (var next in uses[way[^1]])
            {
                if (next == start)
                {
                    return string.Join(" -> ", way.Append(start));
                }

                if (seen.Add(next))
                {
                    ways.Enqueue([.. way, next]);
                }
            }
        }

        return null;
    }

    private sealed record SourceFile(string Namespace, IReadOnlyList<string> Imports, IReadOnlyList<string> Types, HashSet<string> Words)
    {
        public static SourceFile? Parse(string text)
        {
            var code = NotCode().Replace(text, "");
            return NamespaceLine().Match(code) is { Success: true } line
                ? new(
                    line.Groups[1].Value,
                    [.. Using().Matches(code)
                        .Select(match => match.Groups["type"].Success ? Parent(match.Groups["name"].Value) : match.Groups["name"].Value)],
                    [.. Declaration().Matches(code).Select(match => match.Groups[1].Value)],
                    Word().Matches(code).Select(match => match.Value).ToHashSet(StringComparer.Ordinal))
                : null;
        }

        // The import of a type, by "using static" or an alias, is a use of its namespace.
        private static string Parent(string name) => name[..Math.Max(0, name.LastIndexOf('.'))];
    }

    [GeneratedRegex(@"//.*|""(\\.|[^""\\\n])*""")]
    private static partial Regex NotCode();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^using (?<type>static |\w+ = )?(?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"^(?:public|internal) (?:[a-z]+ )*(?:class|record|struct|enum|interface)(?: struct)? (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\b[A-Z]\w*\b")]
    private static partial Regex Word();
}
