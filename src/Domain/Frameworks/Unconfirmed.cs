using Ita.Domain.Texts;

namespace Ita.Domain.Frameworks;

/// <summary>
/// What is not confirmed of a year whose rules are known only in part. Documents, pages and the API then carry a note with this list and
/// with the facts that are marked as assumed (<see cref="AssumedFacts"/>).
/// </summary>
/// <remarks>
/// Such a framework may have an instrument without items, whose indicators are stated directly, and no rules for minimum samples.
/// </remarks>
/// <param name="Unknown">Facts that were not found, so that the framework does not contain them.</param>
/// <param name="ListOnly">
/// Codes of instruments whose items are only listed, because it is not known how they form indicators: scores of items are kept and shown,
/// and no indicator is computed from them.
/// </param>
public sealed record Unconfirmed(ImmutableArray<UnknownFact> Unknown, ImmutableArray<string> ListOnly);

/// <summary>A fact that was not found.</summary>
/// <param name="Code">Kebab-case, unique in the framework.</param>
/// <param name="Source">Sources that were searched or contain a part of it, as in <see cref="Sourced{T}"/>.</param>
public sealed record UnknownFact(string Code, string TextTh, string TextEn, string Source)
{
    internal LocalizedText Text => new(TextTh, TextEn);
}
