using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Ita.Tests;

/// <summary>
/// Which folders of a project use which other folders of it, read from its assembly, and the cycles among them. A folder is a namespace
/// below the project's; the project's own folder is named <c>.</c>, a nested folder <c>Analysis/Sections</c>.
/// </summary>
/// <remarks>A folder uses another one when the compiled code of its types names a type of the other. The compiler leaves no trace of
/// constants and of <c>nameof</c>.</remarks>
internal sealed class FolderCycles
{
    public const string ProjectFolder = ".";

    private FolderCycles(IEnumerable<TypeDefinition> types, string rootNamespace)
    {
        Edges =
        [
            .. types.SelectMany(type => TypeUses.Of(type).Select(used => (From: FolderOf(type, rootNamespace), To: FolderOf(used, rootNamespace))))
                .Where(edge => edge is { From: not null, To: not null } && edge.From != edge.To)
                .Select(edge => (edge.From!, edge.To!))
                .Distinct()
                .Order(),
        ];
        var folders = Edges.SelectMany(edge => new[] { edge.From, edge.To }).Distinct().Order(StringComparer.Ordinal).ToList();
        Cycles =
        [
            .. folders.Select(folder => string.Join(" <-> ", folders.Where(other => other == folder || ReachEachOther(folder, other))))
                .Where(group => group.Contains(" <-> ", StringComparison.Ordinal))
                .Distinct(),
        ];
    }

    /// <summary>Each pair of folders of which the first uses the second.</summary>
    public IReadOnlyList<(string From, string To)> Edges { get; }

    /// <summary>Each group of folders that use each other, directly or through others; empty when the folders form layers.</summary>
    public IReadOnlyList<string> Cycles { get; }

    /// <param name="assembly">Path of the project's assembly.</param>
    /// <param name="rootNamespace">The namespace of the project's own folder, for example <c>Ita.Domain</c>.</param>
    public static FolderCycles Find(string assembly, string rootNamespace)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return new([.. module.GetAllTypes()], rootNamespace);
    }

    private bool ReachEachOther(string folder, string other) => Reaches(folder, other) && Reaches(other, folder);

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

    // Null for a type of another project, or one that a source generator placed elsewhere.
    private static string? FolderOf(TypeReference type, string rootNamespace)
    {
        var name = Outermost(type).Namespace;
        return name == rootNamespace ? ProjectFolder
            : name.StartsWith(rootNamespace + ".", StringComparison.Ordinal) ? name[(rootNamespace.Length + 1)..].Replace('.', '/')
            : null;
    }

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
