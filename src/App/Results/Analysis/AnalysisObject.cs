using Ita.Domain.Analysis;
using Ita.Domain.Improvement;

namespace Ita.App.Results.Analysis;

/// <summary>The analysis of a result: strengths, weaknesses, the 7 issues, the comparison with the year before,
/// contradictions, stability.</summary>
public sealed record AnalysisObject(
    int FiscalYear,
    string AgencyCode,
    string? AgencyName,
    ClassThresholds Thresholds,
    StrengthsObject Strengths,
    ImmutableArray<IssueObject> Issues,
    YearOverYearObject? YearOverYear,
    ImmutableArray<Disagreement> Disagreements,
    StabilityObject? Stability,
    ImmutableArray<FindingObject> Findings,
    CaveatsObject? Caveats)
{
    /// <param name="before">The same agency's result of the year before; without one there is no comparison.</param>
    public static AnalysisObject From(Explained now, Explained? before, ClassThresholds thresholds)
    {
        var (result, framework) = (now.Result, now.Framework);
        return new(
            result.Year.BuddhistEra,
            result.Agency.Code,
            result.Agency.Name,
            thresholds,
            StrengthsObject.From(Domain.Analysis.Strengths.Find(result, framework, thresholds)),
            [.. IssueAnalysis.Analyze(result, framework, thresholds).Select(IssueObject.From)],
            before is null
                ? null
                : YearOverYearObject.Create(Domain.Analysis.YearOverYear.Compare(before.Result, before.Framework, result, framework)),
            Disagreement.Find(result, framework, DisagreementRule.Default),
            Domain.Improvement.Stability.Compute(result, framework) is { } stability ? StabilityObject.From(stability) : null,
            [.. result.Findings.Select(FindingObject.From)],
            CaveatsObject.From(framework));
    }
}

/// <param name="Strong">The numbers of the indicators at or above the pass threshold.</param>
public sealed record StrengthsObject(
    ImmutableArray<int> Strong,
    ImmutableArray<int> Weak,
    ExtremesObject? Indicators,
    ImmutableArray<InstrumentExtremesObject> Instruments,
    ImmutableArray<ItemFigureObject> WeakItems)
{
    public static StrengthsObject From(Strengths strengths) => new(
        strengths.Strong,
        strengths.Weak,
        ExtremesObject.From(strengths.Indicators),
        [.. strengths.Instruments.Select(
            one => new InstrumentExtremesObject(one.Instrument.Key.Code, ExtremesObject.From(one.Indicators), ExtremesObject.From(one.Items)))],
        [.. strengths.WeakItems.Select(ItemFigureObject.From)]);
}

public sealed record InstrumentExtremesObject(string Instrument, ExtremesObject? Indicators, ExtremesObject? Items);

/// <param name="Lowest">The codes with the lowest score; several when they tie.</param>
/// <param name="Highest">The codes with the highest score; several when they tie.</param>
public sealed record ExtremesObject(decimal Low, ImmutableArray<string> Lowest, decimal High, ImmutableArray<string> Highest)
{
    public static ExtremesObject? From(Extremes? extremes) => extremes is null
        ? null
        : new(extremes.Low, Codes(extremes.Lowest), extremes.High, Codes(extremes.Highest));

    private static ImmutableArray<string> Codes(IEnumerable<ScoreNode> nodes) => [.. nodes.Select(node => node.Key.ToString())];
}

public sealed record IssueObject(
    int Number, string Title, bool Proposed, string? Verdict, int Urgent, int Improve, int Keep, int Unscored, ImmutableArray<ItemFigureObject> Items)
{
    public static IssueObject From(IssueAnalysis issue) => new(
        issue.Number,
        issue.Title,
        issue.IsProposed,
        issue.Verdict is { } verdict ? Names.Of(verdict) : null,
        issue.Count(ScoreClass.Urgent),
        issue.Count(ScoreClass.Improve),
        issue.Count(ScoreClass.Keep),
        issue.Unscored,
        [.. issue.Items.Select(ItemFigureObject.From)]);
}

public sealed record ItemFigureObject(string Code, string Text, decimal? Score, string? Class, int? N)
{
    public static ItemFigureObject From(ItemFigure item) =>
        new(item.Code, item.Text, item.Shown, item.Class is { } known ? Names.Of(known) : null, item.Respondents);
}

public sealed record YearOverYearObject(
    int From,
    int To,
    ChangeRowObject Total,
    ImmutableArray<ChangeRowObject> Instruments,
    ImmutableArray<ChangeRowObject> Indicators,
    ImmutableArray<ChangeRowObject> Items,
    ImmutableArray<Unpaired> OnlyBefore,
    ImmutableArray<Unpaired> OnlyAfter,
    bool ItemsComparable)
{
    public static YearOverYearObject Create(YearOverYear years) => new(
        years.From.BuddhistEra,
        years.To.BuddhistEra,
        ChangeRowObject.From(years.Total),
        [.. years.Instruments.Select(ChangeRowObject.From)],
        [.. years.Indicators.Select(ChangeRowObject.From)],
        [.. years.Items.Select(ChangeRowObject.From)],
        years.OnlyBefore,
        years.OnlyAfter,
        years.ItemsComparable);
}

/// <param name="Test">real, withinNoise or cannotBeTested.</param>
/// <param name="Margin">The points that a change must exceed to be real.</param>
/// <param name="FrameChanged">The years ask other questions or give other points below this score.</param>
public sealed record ChangeRowObject(
    string Code,
    string CodeBefore,
    string Name,
    decimal? Before,
    decimal? After,
    decimal? Change,
    string? Direction,
    string Test,
    decimal? Margin,
    string Why,
    string WhyEn,
    bool ScaleChanged,
    bool FrameChanged)
{
    public static ChangeRowObject From(YearChange change) => new(
        change.Code,
        change.CodeBefore,
        change.Name,
        change.Before,
        change.After,
        change.Change,
        change.Direction is { } direction ? Names.Of(direction) : null,
        Names.Of(change.Test.Verdict),
        change.Test.Margin,
        change.Test.Why.Text.Th,
        change.Test.Why.Text.En,
        change.ScaleChanged,
        change.FrameChanged);
}

/// <param name="CouldBe">The ratings that the interval of the total allows, best first.</param>
public sealed record StabilityObject(
    ImmutableArray<string> CouldBe, decimal? TotalLow, decimal? TotalHigh, ImmutableArray<Boundary> Boundaries, string Why, string WhyEn)
{
    public static StabilityObject From(Stability stability) => new(
        stability.CouldBe,
        stability.Total is { } total ? Rounding.ToShown(total.Low) : null,
        stability.Total is { } range ? Rounding.ToShown(range.High) : null,
        stability.Boundaries,
        stability.Why.Text.Th,
        stability.Why.Text.En);
}
