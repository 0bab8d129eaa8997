using Ita.Domain.Analysis;
using Ita.Domain.Improvement;

namespace Ita.App.Results.Analysis;

/// <summary>GET results/{year}/{agency}/analysis and …/plan?target=.</summary>
internal static class AnalysisApi
{
    public static void MapAnalysis(this IEndpointRouteBuilder api)
    {
        api.MapGet("/results/{year:int}/{agency}/analysis", AnalyseAsync);
        api.MapGet("/results/{year:int}/{agency}/plan", PlanAsync);
    }

    private static async Task<Answer<AnalysisObject>> AnalyseAsync(
        int year, string agency, decimal? pass, decimal? full, HttpContext context, StoredResults results,
        CancellationToken cancellationToken)
    {
        if (await results.FindAsync(FiscalYear.FromBuddhistEra(year), agency, cancellationToken) is not { } now)
        {
            return Refusal.NotFound();
        }

        return Thresholds(pass, full) is { } thresholds
            ? AnalysisObject.From(
                now, await results.FindAsync(now.Result.Year, -1, agency, context.SeesPublishedOnly(), cancellationToken), thresholds)
            : Refusal.Invalid("thresholds-invalid");
    }

    private static async Task<Answer<PlanObject>> PlanAsync(
        int year, string agency, string? target, string? efforts, string? without, StoredResults results, CancellationToken cancellationToken)
    {
        if (await results.FindAsync(FiscalYear.FromBuddhistEra(year), agency, cancellationToken) is not { } now)
        {
            return Refusal.NotFound();
        }

        var bands = now.Framework.Rating.Bands;
        if (target is not null && bands.All(band => band.Name != target))
        {
            return Refusal.Invalid("unknown-rating", ("ratings", string.Join(", ", bands.Select(band => band.Name))));
        }

        if (EffortWeights.Parse(now.Framework, efforts, without) is not { } weights)
        {
            return Refusal.Invalid("efforts-invalid");
        }

        var plan = Planner.Plan(now.Result, now.Framework, target, weights);
        return PlanObject.From(plan, MeasureSuggestions.Suggest(now.Result, now.Framework, ClassThresholds.Default, efforts: weights));
    }

    /// <summary>The thresholds of a query, 85 and 100 by default; null when they are out of range or not in ascending
    /// order.</summary>
    internal static ClassThresholds? Thresholds(decimal? pass, decimal? full)
    {
        var thresholds = new ClassThresholds(pass ?? ClassThresholds.Default.Pass, full ?? ClassThresholds.Default.Full);
        return thresholds is { Pass: >= 0, Full: <= 100 } && thresholds.Pass < thresholds.Full ? thresholds : null;
    }
}
