using Ita.Domain.Analysis;

namespace Ita.Domain.Improvement;

/// <summary>What became of one item a measure meant to raise.</summary>
/// <param name="Code">In the analysed year.</param>
/// <param name="Change">Null when the next year does not ask it any more.</param>
public sealed record MeasureEffect(string Code, YearChange? Change);

/// <summary>A measure and its items a year later (มาตรการได้ผลหรือไม่).</summary>
/// <remarks>That a score rose after a measure does not say that it rose because of it; the test only tells whether it rose at all.</remarks>
/// <param name="Effects">In the order the measure names its items.</param>
public sealed record DidItWork(Measure Measure, ImmutableArray<MeasureEffect> Effects)
{
    /// <param name="measures">Those of another analysed year than the comparison's first are left out.</param>
    public static ImmutableArray<DidItWork> Compare(IEnumerable<Measure> measures, YearOverYear years)
    {
        var changes = years.Items.Concat(years.Indicators).ToDictionary(row => row.CodeBefore);
        return [.. measures.Where(measure => measure.Analysed == years.From).Select(measure => new DidItWork(
            measure,
            [.. measure.Items.Select(code => new MeasureEffect(code, changes.GetValueOrDefault(code)))]))];
    }
}
