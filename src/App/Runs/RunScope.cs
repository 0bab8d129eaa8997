namespace Ita.App.Runs;

/// <summary>The agencies of a run: those of the nation, of a province, of a type, of a type within a province, or a
/// list.</summary>
/// <param name="Agencies">The codes in key order, each once; empty unless the scope is a list.</param>
public sealed record RunScope(string? Province, string? Type, ImmutableArray<string> Agencies)
{
    public static RunScope Nation { get; } = new(null, null, []);

    public bool IsList => !Agencies.IsDefaultOrEmpty;

    public bool IsNation => Province is null && Type is null && !IsList;

    public bool Holds(string? province, string? type) => new GroupNames(Province, Type).Holds(province, type);
}
