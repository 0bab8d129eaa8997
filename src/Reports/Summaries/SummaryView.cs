using Ita.Domain.Ranking;
using Ita.Reports.Analysis;
using Ita.Reports.Charts;

namespace Ita.Reports.Summaries;

/// <summary>The summary prepared for its sections.</summary>
public sealed class SummaryView(SummaryModel model)
{
    private const string NoType = "ไม่ระบุประเภท";
    private const string NoRating = "ไม่มีระดับผลการประเมิน";

    public SummaryModel Model => model;

    public Summary Summary => model.Summary;

    public Framework Framework => model.Framework;

    public string Year => Summary.Year.ToString();

    /// <summary>The year before, where its figures are of the same agencies as those of the year; otherwise null.</summary>
    public string? YearBefore => AllInBoth ? Summary.YearBefore?.ToString() : null;

    /// <summary>Whether every agency of the year has a result in the year before, too.</summary>
    public bool AllInBoth => Summary.Both?.Agencies == Summary.Now.Agencies;

    /// <summary>The agencies with results in both years, where these are fewer than all and are shown apart; otherwise null.</summary>
    public SummaryOfBoth? Apart => AllInBoth ? null : Summary.Both;

    /// <summary>The target of the nation; null for other scopes.</summary>
    public decimal? Target => model.Scope == ScopeTitle.Nation ? model.ShareTarget : null;

    /// <summary>The totals that the indicators of their agencies do not allow.</summary>
    public ImmutableArray<DoubtfulTotal> Doubts { get; } =
    [
        .. from placed in model.Summary.Ranked
           let highest = PossibleTotal.FindExceeded(placed.Value, model.Framework)
           where highest is not null
           select new DoubtfulTotal(placed.Value, highest.Value),
    ];

    public bool IsInDoubt(SummaryRow row) => Doubts.Any(doubt => doubt.Row == row);

    public FrameworkNames Names { get; } = new(model.Framework);

    public bool HasTypes => Summary.Types.Length > 1;

    public static string TypeName(TypeFigures type) => type.Type.Length == 0 ? NoType : type.Type;

    public static string RatingName(RatingCount count) => count.Rating.Length == 0 ? NoRating : count.Rating;

    /// <summary>The class of a score, which is used only for its colour; its lower threshold is the target of the year.</summary>
    public ScoreClass? ClassOf(decimal? score) =>
        score is { } some ? Classification.Classify(some, new(Summary.Line, ClassThresholds.Default.Full)) : null;

    public decimal? Mean(int indicator) => FindMean(Summary.Now, indicator);

    public decimal? MeanBefore(int indicator) => AllInBoth ? FindMean(Summary.Both!.Before, indicator) : null;

    public ImmutableArray<Bar> IndicatorBars =>
        [.. Framework.Indicators.Select(one => Bar($"{one.Number}. {one.NameTh}", Mean(one.Number), MeanBefore(one.Number)))];

    public ImmutableArray<Bar> TypeBars =>
        [.. Summary.Types.Select(type => Bar(TypeName(type), type.Now.MeanOfTotals, BeforeOf(type)))];

    /// <summary>The mean of a type in the year before, of the same agencies; null when others are in the data.</summary>
    public decimal? BeforeOf(TypeFigures type) =>
        AllInBoth ? Summary.Both!.Types.FirstOrDefault(one => one.Type == type.Type)?.Before?.MeanOfTotals : null;

    public static decimal? FindMean(SummaryFigures figures, int indicator) =>
        figures.Indicators.TryGetValue(indicator, out var mean) ? mean : null;

    private Bar Bar(string label, decimal? now, decimal? before) => new(label, now, before, ClassOf(now), ThaiNumber.Score(now));
}

/// <param name="Highest">The highest total that the indicators allow.</param>
public sealed record DoubtfulTotal(SummaryRow Row, decimal Highest);
