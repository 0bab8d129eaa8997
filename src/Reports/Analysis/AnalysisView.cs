using Ita.Domain.Remarks;

namespace Ita.Reports.Analysis;

/// <summary>The model prepared for the sections. Sentences and tables use the same figures, so they cannot contradict each other.</summary>
public sealed class AnalysisView
{
    private readonly Dictionary<ScoreKey, ScoreNode> previous;
    private readonly Lazy<PlanOutcome> plan;
    private readonly Lazy<RaiseSet?> raises;
    private readonly Lazy<Stability?> stability;

    public AnalysisView(AnalysisModel model)
    {
        Model = model;
        Names = new(model.Framework, model.Result);
        Indicators = [.. model.Result.Indicators];
        Tables = [.. Indicators.Select(indicator => ItemTable.Create(model.Result, indicator)).OfType<ItemTable>()];
        Issues = IssueAnalysis.Analyze(model.Result, model.Framework, model.Thresholds);
        Remarks = model.Settings.Prints(ReportChapter.AnalysisRemarks) ? RemarkGroup.Create(model.Framework, model.Remarks) : [];
        Years = YearsOf(model);
        plan = new(() => model.Plan ?? Planner.Plan(model.Result, model.Framework));
        raises = new(() => Plan is PlanOutcome.Found found
            ? RealisticRaises.Find(model.Result, model.Framework, found.ByPoints, model.BestTenths)
            : null);
        stability = new(() => Stability.Compute(model.Result, model.Framework));
        previous = model.Previous?.Total.SelfAndBelow().Where(IsComparable).ToDictionary(node => node.Key) ?? [];
    }

    public AnalysisModel Model { get; }

    public FrameworkNames Names { get; }

    public AgencyResult Result => Model.Result;

    public Framework Framework => Model.Framework;

    public ClassThresholds Thresholds => Model.Thresholds;

    public string Agency => Result.Agency.Title;

    public string Year => Result.Year.ToString();

    public string? PreviousYear => Model.Previous?.Year.ToString();

    public ImmutableArray<ScoreNode> Indicators { get; }

    /// <summary>One table for each indicator whose items have scores.</summary>
    public ImmutableArray<ItemTable> Tables { get; }

    /// <summary>Empty for a year whose assignment of items to issues is not known.</summary>
    public ImmutableArray<IssueAnalysis> Issues { get; }

    /// <summary>The remarks by issue; empty when none is shown.</summary>
    public ImmutableArray<RemarkGroup> Remarks { get; }

    /// <summary>Null when there is no earlier year of the agency.</summary>
    public YearOverYear? Years { get; }

    public PlanOutcome Plan => plan.Value;

    /// <summary>The scores to raise for the next rating; null when there is no plan.</summary>
    public RaiseSet? Raises => raises.Value;

    /// <summary>The sentences about contradictions of the total and the rating.</summary>
    public ImmutableArray<string> Doubts => [.. FigureDoubts.OfTotal(Result, Names)];

    /// <summary>The sentences about contradictions of all figures.</summary>
    public ImmutableArray<string> AllDoubts => [.. FigureDoubts.All(Result, Names)];

    /// <summary>What has no score, each at the highest level it concerns.</summary>
    public ImmutableArray<ScoreNode> Missing => [.. MissingScores.In(Result)];

    /// <summary>Whether scores are missing or contradict each other.</summary>
    public bool HasOpenData => !Missing.IsEmpty || !AllDoubts.IsEmpty;

    /// <summary>Whether the total is a published one that its parts do not allow.</summary>
    public bool IsTotalInDoubt => FigureDoubts.IsOfTotal(Result);

    /// <summary>The headings of the sections after the sixth: sections without content are left out.</summary>
    public SectionNumbers Numbers => new(Model.Settings.Prints(ReportChapter.AnalysisMethod), !Issues.IsEmpty, !Remarks.IsEmpty);

    /// <summary>Null when there is no total.</summary>
    public Stability? Stability => stability.Value;

    /// <summary>อำเภอป่าโมก จังหวัดอ่างทอง, as far as known. Bangkok and its districts use other words.</summary>
    public string Place => AgencyPlace.Of(Result.Agency);

    /// <summary>
    /// The same score in the earlier year; null when there is none. Not for items, whose codes change each year.
    /// </summary>
    public decimal? Earlier(ScoreNode node) => previous.GetValueOrDefault(node.Key)?.Shown;

    public decimal? Change(ScoreNode node) => node.Shown - Earlier(node);

    /// <summary>The indicators that have an item of an issue, by number.</summary>
    public ImmutableArray<ScoreNode> IndicatorsOf(IssueAnalysis issue) => [.. Indicators.Where(node => Framework.Items.Any(item =>
        ScoreKey.Indicator(item.Indicator) == node.Key && issue.Items.Any(one => one.Code == item.Code)))];

    public ScoreClass? ClassOf(decimal? score) => score is { } some ? Classification.Classify(some, Thresholds) : null;

    /// <summary>The instrument's name next to an indicator: its code.</summary>
    public string InstrumentOf(ScoreNode indicator) =>
        Result.Instruments.First(instrument => instrument.Children.Contains(indicator)).Key.Code;

    /// <summary>The text of a reason, with names instead of codes.</summary>
    public string Because(Reason reason) => Names.Spoken(reason.Text.Th);

    /// <summary>A score as text: a figure, a range, or why there is none.</summary>
    public static string Figure(ScoreNode node) => node.StatusShown switch
    {
        _ when node.Shown is { } shown => ThaiNumber.Score(shown),
        ScoreStatus.Bounded => ThaiNumber.Range(node.Bounds),
        ScoreStatus.NotProcessed or ScoreStatus.NoData or ScoreStatus.Withheld => StatusNames.Of(node),
        _ => ThaiNumber.None,
    };

    private static YearOverYear? YearsOf(AnalysisModel model) => model.Previous is { } previous
        ? YearOverYear.Compare(previous, model.PreviousFramework ?? FrameworkCatalogue.BuiltIn.Get(previous.Year), model.Result, model.Framework)
        : null;

    private static bool IsComparable(ScoreNode node) => node.Level is Level.Total or Level.Instrument or Level.Indicator && node.Key.Part is null;
}
