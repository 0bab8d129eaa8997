using Ita.App.Settings;
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
        int year, string agency, decimal? pass, decimal? full, HttpContext context, StoredResults results, SettingsTable settings,
        CancellationToken cancellationToken)
    {
        if (await results.FindAsync(FiscalYear.FromBuddhistEra(year), agency, cancellationToken) is not { } now)
        {
            return Refusal.NotFound();
        }

        var set = await settings.FindAsync(now.Result.Year, agency, cancellationToken);
        return Thresholds(set, pass, full) is { } thresholds
            ? AnalysisObject.From(
                now, await results.FindAsync(now.Result.Year, -1, agency, context.SeesPublishedOnly(), cancellationToken), thresholds)
            : Refusal.Invalid("thresholds-invalid");
    }

    private static async Task<Answer<PlanObject>> PlanAsync(
        int year, string agency, string? target, string? efforts, string? without, StoredResults results, SettingsTable settings,
        BestTenths bestTenths, CancellationToken cancellationToken)
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
        var thresholds = (await settings.FindAsync(now.Result.Year, agency, cancellationToken)).ToThresholds();
        var realistic = plan is PlanOutcome.Found found
            ? RealisticRaises.Find(now.Result, now.Framework, found.ByPoints, await bestTenths.FindAsync(now.Result, cancellationToken))
            : null;
        return PlanObject.From(plan, realistic, MeasureSuggestions.Suggest(now.Result, now.Framework, thresholds, efforts: weights));
    }

    /// <summary>The thresholds of a query, those of the settings by default; null when they are out of range or not in ascending order.</summary>
    internal static ClassThresholds? Thresholds(ReportSettings settings, decimal? pass, decimal? full)
    {
        var set = settings.ToThresholds();
        var thresholds = new ClassThresholds(pass ?? set.Pass, full ?? set.Full);
        return thresholds is { Pass: >= 0, Full: <= 100 } && thresholds.Pass < thresholds.Full ? thresholds : null;
    }
}
