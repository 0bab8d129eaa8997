using System.Collections.Immutable;
using System.Globalization;
using Azure;
using Ita.App.Access;
using Ita.App.Results;
using Ita.App.Results.Analysis;
using Ita.App.Time;
using Ita.App.Web;
using Ita.Domain;
using Ita.Domain.Analysis;
using Ita.Domain.Frameworks;
using Ita.Domain.Improvement;

namespace Ita.App.Measures;

/// <summary>GET and PUT measures/{year}/{agency}, PATCH …/{id}, GET …/coverage, …/suggestions, …/effects. The year is the analysed one.</summary>
internal static class MeasuresApi
{
    /// <summary>A plan is replaced in one transaction, which takes 100 rows with those that go.</summary>
    private const int MostMeasures = 50;

    public static void MapMeasures(this RouteGroupBuilder api)
    {
        var measures = api.MapGroup("/measures/{year:int}/{agency}");
        measures.MapGet("", ListAsync);
        measures.MapPut("", PutAsync).Needs(Right.OwnAgency);
        measures.MapPatch("/{id}", PatchAsync).Needs(Right.OwnAgency);
        measures.MapGet("/coverage", CoverageAsync);
        measures.MapGet("/suggestions", SuggestAsync);
        measures.MapGet("/effects", EffectsAsync);
    }

    private static async Task<IResult> ListAsync(int year, string agency, string? host, MeasureTable measures, TimeProvider clock, CancellationToken stop) =>
        FiscalYears.Known(year, out var refusal) is { } known
            ? TypedResults.Json(new { fiscalYear = known, agencyCode = agency, measures = await FollowedAsync(known, agency, host, measures, clock, stop) }, ApiJson.Options)
            : refusal;

    private static async Task<IEnumerable<FollowedMeasure>> FollowedAsync(
        FiscalYear year, string agency, string? host, MeasureTable measures, TimeProvider clock, CancellationToken stop)
    {
        var today = ThaiClock.Today(clock);
        return (await measures.ListAsync(year, agency, stop)).Select(measure => FollowedMeasure.Of(measure, today, host));
    }

    private static async Task<IResult> PutAsync(
        int year, string agency, HttpRequest request, MeasureTable measures, TimeProvider clock, CancellationToken stop)
    {
        if (FiscalYears.Known(year, out var refusal) is not { } known)
        {
            return refusal;
        }

        if (await SentJson.ReadAsync<ImmutableArray<MeasureObject>>(request, stop) is not { IsDefault: false, Length: <= MostMeasures } sent)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "measures-invalid", ("fields", MeasureObject.Fields));
        }

        var plan = sent.Select((one, place) => one.Over(null, $"m{(place + 1).ToString("00", CultureInfo.InvariantCulture)}", known)).ToList();
        if (Fault(plan, FrameworkCatalogue.Get(known)) is { } fault)
        {
            return fault;
        }

        await measures.ReplaceAsync(known, agency, plan, stop);
        return TypedResults.Json(new { fiscalYear = known, agencyCode = agency, measures = await FollowedAsync(known, agency, null, measures, clock, stop) }, ApiJson.Options);
    }

    private static async Task<IResult> PatchAsync(
        int year, string agency, string id, HttpRequest request, MeasureTable measures, TimeProvider clock, CancellationToken stop)
    {
        if (FiscalYears.Known(year, out var refusal) is not { } known)
        {
            return refusal;
        }

        if (await measures.FindAsync(known, agency, id, stop) is not { } found)
        {
            return ApiProblem.NotFound();
        }

        if (await SentJson.ReadAsync<MeasureObject>(request, stop) is not { } sent)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "measures-invalid", ("fields", MeasureObject.Fields));
        }

        var measure = sent.Over(found.Measure, id, known);
        if (Fault([measure], FrameworkCatalogue.Get(known)) is { } fault)
        {
            return fault;
        }

        try
        {
            await measures.UpdateAsync(agency, measure, found.ETag, stop);
        }
        catch (RequestFailedException conflict) when (conflict.Status == StatusCodes.Status412PreconditionFailed)
        {
            return ApiProblem.Of(StatusCodes.Status409Conflict, "measure-changed");
        }

        return TypedResults.Json(FollowedMeasure.Of(measure, ThaiClock.Today(clock), null), ApiJson.Options);
    }

    private static async Task<IResult> CoverageAsync(
        int year, string agency, decimal? pass, decimal? full, StoredResults results, MeasureTable measures, CancellationToken stop)
    {
        var (now, refusal) = await results.AddressedAsync(year, agency, stop);
        if (now is null)
        {
            return refusal;
        }

        if (AnalysisApi.Thresholds(pass, full) is not { } thresholds)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "thresholds-invalid");
        }

        var coverage = Coverage.Of(now.Result, now.Framework, thresholds, await measures.ListAsync(now.Result.Year, agency, stop));
        return TypedResults.Json(
            new
            {
                coverage.Uncovered,
                withoutWeakness = coverage.WithoutWeakness.Select(measure => measure.Id),
                incomplete = coverage.Incomplete.Select(one => new { one.Measure.Id, one.Missing }),
            },
            ApiJson.Options);
    }

    private static async Task<IResult> SuggestAsync(int year, string agency, decimal? pass, decimal? full, StoredResults results, CancellationToken stop)
    {
        var (now, refusal) = await results.AddressedAsync(year, agency, stop);
        if (now is null)
        {
            return refusal;
        }

        return AnalysisApi.Thresholds(pass, full) is { } thresholds
            ? TypedResults.Json(MeasureSuggestions.Of(now.Result, now.Framework, thresholds).Select(GainObject.Of), ApiJson.Options)
            : ApiProblem.Of(StatusCodes.Status400BadRequest, "thresholds-invalid");
    }

    private static async Task<IResult> EffectsAsync(int year, string agency, StoredResults results, MeasureTable measures, CancellationToken stop)
    {
        var (before, refusal) = await results.AddressedAsync(year, agency, stop);
        if (before is null)
        {
            return refusal;
        }

        if (await results.FindAsync(before.Result.Year, 1, agency, stop) is not { } after)
        {
            return ApiProblem.Of(StatusCodes.Status404NotFound, "no-later-year");
        }

        var years = YearOverYear.Of(before.Result, before.Framework, after.Result, after.Framework);
        var effects = DidItWork.Of(await measures.ListAsync(before.Result.Year, agency, stop), years);
        return TypedResults.Json(
            effects.Select(one => new
            {
                one.Measure.Id,
                measure = one.Measure.Title,
                items = one.Effects.Select(effect => new { effect.Code, change = effect.Change is { } change ? ChangeRowObject.Of(change) : null }),
            }),
            ApiJson.Options);
    }

    private static IResult? Fault(IEnumerable<Measure> plan, Framework framework) => plan
        .Select(measure => (measure.Id, Faults: MeasureChecks.FaultsOf(measure, framework)))
        .Where(one => !one.Faults.IsEmpty)
        .Select(one => ApiProblem.Of(
            StatusCodes.Status400BadRequest, "measure-faults", ("measure", one.Id), ("faults", string.Join(", ", one.Faults.Select(fault => Names.Of(fault))))))
        .FirstOrDefault();
}
