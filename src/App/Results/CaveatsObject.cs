using Ita.Domain.Texts;

namespace Ita.App.Results;

/// <summary>The note of a year whose framework is confirmed only in part.</summary>
/// <param name="Framework">The version of the framework.</param>
/// <param name="List">What is assumed and what is not known.</param>
public sealed record CaveatsObject(string Framework, string Note, string NoteEn, ImmutableArray<LocalizedText> List)
{
    /// <summary>Null for a framework whose rules are confirmed.</summary>
    public static CaveatsObject? From(Framework framework)
    {
        ArgumentNullException.ThrowIfNull(framework);
        var list = AssumedFacts.Caveats(framework);
        return list.IsEmpty ? null : new(framework.Version, AssumedFacts.Note.Th, AssumedFacts.Note.En, list);
    }
}
