namespace Ita.Domain.Remarks;

/// <summary>What one respondent or assessor wrote about an item, an indicator or an issue.</summary>
/// <param name="Instrument">The code of the instrument it was written in, without a part.</param>
/// <param name="Text">As <see cref="MaskedText"/> returns it.</param>
/// <param name="Item">The code of an item or indicator (I1, IND4); null when only an issue is given.</param>
/// <param name="Issue">1 to 7; null when only an item is given.</param>
public sealed record Remark(string Instrument, string Text, string? Item = null, int? Issue = null);
