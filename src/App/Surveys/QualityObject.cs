using System.Collections.Immutable;
using Ita.Domain.Responses;

namespace Ita.App.Surveys;

/// <param name="Marked">Sheets with any flag; every one of them counts in the official score.</param>
/// <param name="Official">Of all sheets; null while the survey is open or where it would tell of too few people.</param>
/// <param name="Shadow">Of the sheets without a flag.</param>
public sealed record FormQualityObject(
    string Survey, int Sheets, int Marked, decimal? Official, decimal? Shadow, ImmutableArray<QualityFlagObject> Flags)
{
    public static FormQualityObject From(FormQuality quality) => new(
        quality.Form.Code,
        quality.Sheets,
        quality.Flags.MarkedCount,
        quality.Shadow?.Official,
        quality.Shadow?.Shadow,
        [.. quality.Flags.Flags.Select(QualityFlagObject.From)]);
}

/// <param name="Share">Part of all sheets, 0 to 1.</param>
public sealed record QualityFlagObject(string Code, bool Raised, int Count, decimal Share, string Text, string TextEn)
{
    public static QualityFlagObject From(QualityFlag flag)
    {
        var text = flag.Text;
        return new(flag.Code, flag.IsRaised, flag.Count, flag.Share, text.Th, text.En);
    }
}
