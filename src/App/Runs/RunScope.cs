using System.Collections.Immutable;

namespace Ita.App.Runs;

/// <summary>Whose reports a run makes: the nation's, a province's, a type's, a type's within a province, or those of named agencies.</summary>
/// <param name="Agencies">Codes in key order, each once; empty when the others decide.</param>
public sealed record RunScope(string? Province, string? Type, ImmutableArray<string> Agencies)
{
    public static RunScope Nation { get; } = new(null, null, []);

    public bool IsList => !Agencies.IsDefaultOrEmpty;

    public bool IsNation => Province is null && Type is null && !IsList;

    public bool Holds(string? province, string? type) => (Province is null || Province == province) && (Type is null || Type == type);
}
