using Ita.Domain.Analysis;

namespace Ita.Domain.Improvement;

/// <summary>A field of a measure that the plan does not fill in.</summary>
public enum MissingField
{
    Period,
    Responsible,
    Monitoring,
}

/// <param name="Missing">In the order of <see cref="MissingField"/>; never empty.</param>
public sealed record IncompleteMeasure(Measure Measure, ImmutableArray<MissingField> Missing);

/// <summary>Whether the measures of a plan address the weaknesses of the result (ความครอบคลุมของมาตรการ).</summary>
/// <param name="Uncovered">Weak items that no measure addresses, and weak indicators whose items are not known.</param>
/// <param name="WithoutWeakness">Measures that address no weakness.</param>
/// <remarks>
/// A measure addresses only the items it names: one on procurement under the issue of property does not address weak items on property.
/// A measure that names none addresses the items of its issue. When only an indicator is known, naming one of its items addresses it, and
/// naming an indicator addresses its items. A cancelled measure addresses nothing.
/// </remarks>
public sealed record Coverage(
    ImmutableArray<string> Uncovered, ImmutableArray<Measure> WithoutWeakness, ImmutableArray<IncompleteMeasure> Incomplete)
{
    /// <summary>Measures that name no item, and no issue whose items are known: it is not known what they address.</summary>
    public ImmutableArray<Measure> Unassigned { get; init; } = [];

    /// <summary>False when nothing is known of what any measure addresses; <see cref="Uncovered"/> is then empty.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>Whether every weakness is known to be addressed by a measure.</summary>
    public bool IsComplete => IsKnown && Uncovered.IsEmpty;

    public static Coverage Compute(AgencyResult result, Framework framework, ClassThresholds thresholds, IReadOnlyCollection<Measure> measures) =>
        Compute(WeakCodes(result, framework, thresholds), framework, measures);

    /// <summary>Computes the coverage of weaknesses that a document lists without scores.</summary>
    /// <param name="weak">Codes of items (O8) or indicators (IND4).</param>
    public static Coverage Compute(IReadOnlyCollection<string> weak, Framework framework, IReadOnlyCollection<Measure> measures)
    {
        var active = measures.Where(measure => measure.Status != MeasureStatus.Cancelled).ToList();
        var unassigned = active.Where(measure => TargetsOf(measure, framework).IsEmpty).ToImmutableArray();
        var isKnown = active.Count == 0 || unassigned.Length < active.Count;
        return new(
            [.. weak.Where(code => isKnown && !active.Any(measure => Addresses(measure, code, framework)))],
            [.. active.Where(measure => !measure.Items.IsEmpty && !weak.Any(code => Addresses(measure, code, framework)))],
            [.. active.Select(measure => new IncompleteMeasure(measure, MissingOf(measure))).Where(one => !one.Missing.IsEmpty)])
        {
            Unassigned = unassigned,
            IsKnown = isKnown,
        };
    }

    /// <summary>The codes that a measure is meant to raise: those it names, otherwise the items of its issue; empty when neither is known.</summary>
    public static ImmutableArray<string> TargetsOf(Measure measure, Framework framework) => measure.Items.IsEmpty
        ? framework.Issues.FirstOrDefault(issue => issue.Number == measure.Issue)?.Items ?? []
        : measure.Items;

    /// <summary>Whether a measure is meant to raise an item, or an indicator of which no item is known.</summary>
    public static bool Addresses(Measure measure, string code, Framework framework) => TargetsOf(measure, framework)
        .Any(target => target == code || IndicatorOf(framework, target) == code || IndicatorOf(framework, code) == target);

    /// <summary>The codes of weak items, which are below the pass threshold, and of weak indicators none of whose items has a score.</summary>
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
