using System.Globalization;
using Ita.App.Web;
using Ita.Domain.Analysis;
using Ita.Domain.Frameworks;
using Ita.Domain.Improvement;

namespace Ita.App.Results.Analysis;

/// <summary>GET results/{year}/{agency}/analysis and …/plan?target=.</summary>
internal static class AnalysisApi
{
    public static void MapAnalysis(this RouteGroupBuilder api)
    {
        api.MapGet("/results/{year:int}/{agency}/analysis", AnalyseAsync);
        api.MapGet("/results/{year:int}/{agency}/plan", PlanAsync);
    }

    private static async Task<IResult> AnalyseAsync(int year, string agency, decimal? pass, decimal? full, StoredResults results, CancellationToken stop)
    {
        var (now, refusal) = await results.AddressedAsync(year, agency, stop);
        if (now is null)
        {
            return refusal;
        }

        if (Thresholds(pass, full) is not { } thresholds)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "thresholds-invalid");
        }

        return TypedResults.Json(AnalysisObject.Of(now, await results.FindAsync(now.Result.Year, -1, agency, stop), thresholds), ApiJson.Options);
    }

    private static async Task<IResult> PlanAsync(
        int year, string agency, string? target, string? efforts, string? without, StoredResults results, CancellationToken stop)
    {
        var (now, refusal) = await results.AddressedAsync(year, agency, stop);
        if (now is null)
        {
            return refusal;
        }

        var bands = now.Framework.Rating.Bands;
        if (target is not null && bands.All(band => band.Name != target))
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "unknown-rating", ("ratings", string.Join(", ", bands.Select(band => band.Name))));
        }

        if (Weights(now.Framework, efforts, without) is not { } weights)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "efforts-invalid");
        }

        var plan = Planner.Of(now.Result, now.Framework, target, weights);
        var gains = MeasureSuggestions.Of(now.Result, now.Framework, ClassThresholds.Usual, efforts: weights);
        return TypedResults.Json(PlanObject.Of(plan, gains), ApiJson.Options);
    }

    /// <summary>85 and 100 where nothing is said; null when the two lines are not in order.</summary>
    internal static ClassThresholds? Thresholds(decimal? pass, decimal? full)
    {
        var thresholds = new ClassThresholds(pass ?? ClassThresholds.Usual.Pass, full ?? ClassThresholds.Usual.Full);
        return thresholds is { Pass: >= 0, Full: <= 100 } && thresholds.Pass < thresholds.Full ? thresholds : null;
    }

    // efforts=O25:3,IIT:0.5 weighs an item or an instrument; without=O8,O9 leaves items as they are.
    private static Efforts? Weights(Framework framework, string? efforts, string? without)
    {
        var weights = Efforts.Usual with { Fixed = Efforts.Usual.Fixed.Union(Words(without)) };
        foreach (var pair in Words(efforts).Select(word => word.Split(':')))
        {
            if (pair is not [var code, var text] || !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight))
            {
                return null;
            }

            weights = framework.Items.Any(item => item.Code == code)
                ? weights with { ByItem = weights.ByItem.SetItem(code, weight) }
                : weights with { ByInstrument = weights.ByInstrument.SetItem(code, weight) };
        }

        return weights;
    }

    private static IEnumerable<string> Words(string? list) =>
        (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
