namespace Ita.App.Surveys;

/// <param name="Marked">The number of sheets with any flag that marks single sheets; all of them count in the official score.</param>
/// <param name="Official">The score of all sheets; null while the survey is open or when it would reveal answers of
/// too few people.</param>
/// <param name="Shadow">The score of the sheets without a flag.</param>
public sealed record FormQualityObject(
    string Survey, int Sheets, int Marked, decimal? Official, decimal? Shadow, ImmutableArray<QualityFlagObject> Flags)
{
    public static FormQualityObject From(FormQuality quality) => new(
        quality.Form.Code,
        quality.Sheets,
        quality.Flags.MarkedCount,
        quality.Shadow?.Official,
        quality.Shadow?.Shadow,
        [.. quality.Flags.Flags.Concat(quality.PopulationFlags).Select(QualityFlagObject.From)]);
}

/// <param name="Count">The number of sheets; of population-changed, the number of changes.</param>
/// <param name="Share">The proportion of all sheets, 0 to 1.</param>
public sealed record QualityFlagObject(string Code, bool Raised, int Count, decimal Share, string Text, string TextEn)
{
    /// <summary>What to do when the flag is raised, in Thai; the same text while it is not.</summary>
    public required string Advice { get; init; }

    public required string AdviceEn { get; init; }

    public static QualityFlagObject From(QualityFlag flag)
    {
        var text = flag.Text;
        return new(flag.Code, flag.IsRaised, flag.Count, flag.Share, text.Th, text.En) { Advice = flag.Advice.Th, AdviceEn = flag.Advice.En };
    }
}
