using Ita.Domain.Analysis;

namespace Ita.Domain.Improvement;

/// <summary>What a plan leaves out of a measure.</summary>
public enum MissingField
{
    Period,
    Responsible,
    Monitoring,
}

/// <param name="Missing">In the order of <see cref="MissingField"/>; never empty.</param>
public sealed record IncompleteMeasure(Measure Measure, ImmutableArray<MissingField> Missing);

/// <summary>Whether a plan answers the result it was made for (ความครอบคลุมของมาตรการ).</summary>
/// <param name="Uncovered">Weak items, and weak indicators whose items are not known, that no measure names.</param>
/// <param name="WithoutWeakness">Measures that name nothing weak.</param>
/// <remarks>
/// A measure answers what it names and nothing else: one on procurement under the issue of property does not answer weak items on
/// property. Naming an item answers for its indicator where only the indicator is known. A cancelled measure answers nothing.
/// </remarks>
public sealed record Coverage(
    ImmutableArray<string> Uncovered, ImmutableArray<Measure> WithoutWeakness, ImmutableArray<IncompleteMeasure> Incomplete)
{
    public static Coverage Compute(AgencyResult result, Framework framework, ClassThresholds thresholds, IReadOnlyCollection<Measure> measures) =>
        Compute(WeakCodes(result, framework, thresholds), framework, measures);

    /// <summary>The same for weaknesses a document names without scores.</summary>
    /// <param name="weak">Item codes, or IND and a number.</param>
    public static Coverage Compute(IReadOnlyCollection<string> weak, Framework framework, IReadOnlyCollection<Measure> measures)
    {
        var active = measures.Where(measure => measure.Status != MeasureStatus.Cancelled).ToList();
        return new(
            [.. weak.Where(code => !active.Any(measure => Answers(measure, code, framework)))],
            [.. active.Where(measure => !weak.Any(code => Answers(measure, code, framework)))],
            [.. active.Select(measure => new IncompleteMeasure(measure, MissingOf(measure))).Where(one => !one.Missing.IsEmpty)]);
    }

    /// <summary>Codes of what is weak: items below the pass line, and indicators below it none of whose items has a score.</summary>
    public static ImmutableArray<string> WeakCodes(AgencyResult result, Framework framework, ClassThresholds thresholds)
    {
        var items = ItemFigure.List(result, framework, thresholds);
        var known = items.Where(item => item.Score is not null).Select(item => IndicatorOf(framework, item.Code)).ToHashSet();
        return
        [
            .. items.Where(item => item.Class == ScoreClass.Urgent).Select(item => item.Code),
            .. result.Indicators
                .Where(node =>
                    node.Shown is { } shown && Classification.Classify(shown, thresholds) == ScoreClass.Urgent && !known.Contains(node.Key.Code))
                .Select(node => node.Key.Code),
        ];
    }

    internal static string? IndicatorOf(Framework framework, string item) =>
        framework.Items.FirstOrDefault(one => one.Code == item) is { } found ? ScoreKey.Indicator(found.Indicator).Code : null;

    private static bool Answers(Measure measure, string code, Framework framework) =>
        measure.Items.Contains(code) || measure.Items.Any(item => IndicatorOf(framework, item) == code);

    private static ImmutableArray<MissingField> MissingOf(Measure measure) =>
    [
        .. from field in new[]
           {
               (Field: MissingField.Period, Text: measure.Period),
               (Field: MissingField.Responsible, Text: measure.Responsible),
               (Field: MissingField.Monitoring, Text: measure.Monitoring),
           }
           where string.IsNullOrWhiteSpace(field.Text)
           select field.Field,
    ];
}
