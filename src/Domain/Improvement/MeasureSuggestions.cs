using Ita.Domain.Analysis;

namespace Ita.Domain.Improvement;

/// <summary>A suggestion for one weak score.</summary>
/// <param name="Code">Code of the item, or of the indicator when none of its items has a score.</param>
/// <param name="Shown">Its two-decimal score.</param>
/// <param name="TotalGain">Points that the total gains when the checklist item is fulfilled or the survey score reaches the pass threshold;
/// null without a total.</param>
/// <param name="Effort">Effort for this gain, by the agency's weights; null without a total.</param>
/// <param name="HelpsNext">Whether it contributes to a condition of the next rating that is not met.</param>
public sealed record Suggestion(
    string Code, string Text, decimal Shown, decimal? TotalGain, decimal? Effort, bool HelpsNext, ImmutableArray<MeasureTemplate> Measures)
{
    /// <summary>Points of the total per unit of effort; the highest value when there is no effort; 0 without a total.</summary>
    public decimal GainPerEffort => TotalGain is not { } gain ? 0 : Effort > 0 ? gain / Effort.Value : decimal.MaxValue;
}

/// <summary>Suggests measures for all weak scores, most worthwhile first.</summary>
public static class MeasureSuggestions
{
    /// <summary>The suggestions: those that help towards the next rating first, then by gain per effort, then lowest score first.</summary>
    /// <param name="library">Null for the library of the framework.</param>
    /// <param name="efforts">Null for <see cref="Efforts.Default"/>.</param>
    public static ImmutableArray<Suggestion> Suggest(
        AgencyResult result, Framework framework, ClassThresholds thresholds, MeasureLibrary? library = null, Efforts? efforts = null)
    {
        var start = PlanStart.Create(result, framework);
        var lacking = Lacking(Planner.Plan(result, framework, efforts: efforts));
        return [.. Coverage.WeakCodes(result, framework, thresholds)
            .Select(code => Suggest(code, result, framework, start, thresholds.Pass, efforts ?? Efforts.Default, lacking) with
            {
                Measures = MeasuresFor(library ?? MeasureLibrary.For(framework), framework, code),
            })
            .OrderByDescending(suggestion => suggestion.HelpsNext)
            .ThenByDescending(suggestion => suggestion.GainPerEffort)
            .ThenBy(suggestion => suggestion.Shown)];
    }

    private static Suggestion Suggest(
        string code, AgencyResult result, Framework framework, PlanStart? start, decimal pass, Efforts efforts, HashSet<string> lacking)
    {
        var nodes = FiguresOf(result, code);
        var moves =
            (start?.Units ?? []).SelectMany(unit => unit.Levers.Where(lever => lever.Key.Code == code).Select(lever => (unit, lever))).ToList();
        var raises =
            moves.Select(move => (move.lever, Points: move.lever.AllOrNothing ? move.lever.Room : Math.Max(0, pass - move.lever.Score))).ToList();
        return new(
            code,
            nodes[0].Name,
            nodes.Length == 1 ? nodes[0].Shown!.Value : Rounding.ToShown(nodes.Average(node => node.Score!.Value)),
            start is null ? null : raises.Sum(raise => start.TotalGain(raise.lever, raise.Points)),
            start is null ? null : raises.Sum(raise => efforts.For(raise.lever, raise.Points)),
            lacking.Contains(ScoreKey.TotalCode) || moves.Any(move => lacking.Contains(move.unit.Code)),
            []);
    }

    // The combined figure of both parts if there is one, otherwise those of the parts.
    private static ImmutableArray<ScoreNode> FiguresOf(AgencyResult result, string code)
    {
        var nodes = result.Total.SelfAndBelow().Where(node => node.Key.Code == code && node.Score is not null).DistinctBy(node => node.Key).ToList();
        return nodes.Find(node => node.Key.Part is null) is { } whole ? [whole] : [.. nodes];
    }

    private static HashSet<string> Lacking(PlanOutcome plan) => plan switch
    {
        PlanOutcome.Found found => [.. found.Needs.Where(need => need.Points > 0).Select(need => need.Code)],
        PlanOutcome.NotReachable none => [.. none.Needs.Where(need => need.Points > 0).Select(need => need.Code)],
        _ => [],
    };

    private static ImmutableArray<MeasureTemplate> MeasuresFor(MeasureLibrary library, Framework framework, string code) =>
        [.. library.Measures.Where(
            measure => measure.ItemsIn(framework.Year).Any(item => item == code || Coverage.IndicatorOf(framework, item) == code))];
}
