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

    public string? YearBefore => Summary.YearBefore?.ToString();

    public FrameworkNames Names { get; } = new(model.Framework);

    public bool HasTypes => Summary.Types.Length > 1;

    public static string TypeName(TypeFigures type) => type.Type.Length == 0 ? NoType : type.Type;

    public static string RatingName(RatingCount count) => count.Rating.Length == 0 ? NoRating : count.Rating;

    /// <summary>The class of a score, which is used only for its colour; its lower threshold is the target of the year.</summary>
    public ScoreClass? ClassOf(decimal? score) =>
        score is { } some ? Classification.Classify(some, new(Summary.Line, ClassThresholds.Default.Full)) : null;

    public decimal? Mean(int indicator) => FindMean(Summary.Now, indicator);

    public decimal? MeanBefore(int indicator) => Summary.Before is { } before ? FindMean(before, indicator) : null;

    public ImmutableArray<Bar> IndicatorBars =>
        [.. Framework.Indicators.Select(one => Bar($"{one.Number}. {one.NameTh}", Mean(one.Number), MeanBefore(one.Number)))];

    public ImmutableArray<Bar> TypeBars =>
        [.. Summary.Types.Select(type => Bar(TypeName(type), type.Now.MeanOfTotals, type.Before?.MeanOfTotals))];

    public static decimal? FindMean(SummaryFigures figures, int indicator) =>
        figures.Indicators.TryGetValue(indicator, out var mean) ? mean : null;

    private Bar Bar(string label, decimal? now, decimal? before) => new(label, now, before, ClassOf(now), ThaiNumber.Score(now));
}
