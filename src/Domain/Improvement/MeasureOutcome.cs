using Ita.Domain.Analysis;

namespace Ita.Domain.Improvement;

/// <summary>The change of one item that a measure was meant to raise.</summary>
/// <param name="Code">Code in the analysed year.</param>
/// <param name="Change">Null when the next year no longer asks the item.</param>
public sealed record MeasureEffect(string Code, YearChange? Change);

/// <summary>A measure and how its items changed in the following year (มาตรการได้ผลหรือไม่).</summary>
/// <remarks>A score that rose after a measure did not necessarily rise because of it; the test shows only whether it rose.</remarks>
/// <param name="Effects">In the order of the measure's items.</param>
public sealed record MeasureOutcome(Measure Measure, ImmutableArray<MeasureEffect> Effects)
{
    /// <param name="measures">Measures whose analysed year is not the first year of the comparison are ignored.</param>
    public static ImmutableArray<MeasureOutcome> Compare(IEnumerable<Measure> measures, YearOverYear years)
    {
        var changes = years.Items.Concat(years.Indicators).ToDictionary(row => row.CodeBefore);
        return [.. measures.Where(measure => measure.Analysed == years.From).Select(measure => new MeasureOutcome(
            measure,
            [.. measure.Items.Select(code => new MeasureEffect(code, changes.GetValueOrDefault(code)))]))];
    }
}
