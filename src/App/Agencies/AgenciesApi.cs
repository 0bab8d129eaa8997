using Ita.App.Access;
using Ita.App.Jobs;
using Ita.App.Results;
using Ita.App.Storage;
using Ita.App.Uploads;
using Ita.App.Web;
using Ita.Domain;

namespace Ita.App.Agencies;

/// <summary>GET and PUT agencies/{year}/{code}: the registry.</summary>
internal static class AgenciesApi
{
    private const string Fields = "agencyName, agencyType, province, district, internalStaff, externalStakeholders, registered";

    public static void MapAgencies(this RouteGroupBuilder api)
    {
        api.MapGet("/agencies/{year:int}/{code}", GetAsync);
        api.MapPut("/agencies/{year:int}/{code}", PutAsync).Needs(Right.OwnAgency);
    }

    private static async Task<IResult> GetAsync(int year, string code, AgencyTable agencies, CancellationToken stop)
    {
        if (FiscalYears.Known(year, out var refusal) is not { } known)
        {
            return refusal;
        }

        return await agencies.FindAsync(known, code, stop) is { } agency
            ? TypedResults.Json(AgencyObject.Of(agency), ApiJson.Options)
            : ApiProblem.NotFound();
    }

    private static async Task<IResult> PutAsync(
        int year, string code, HttpRequest request, AgencyTable agencies, ResultTable results, OpenStorage storage, TimeProvider clock, CancellationToken stop)
    {
        if (FiscalYears.Known(year, out var refusal) is not { } known)
        {
            return refusal;
        }

        if (await ReadAsync(request, stop) is not { } sent)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "agency-invalid", ("fields", Fields));
        }

        await agencies.MergeAsync([sent.ToAgency(known, code)], Stated.At(clock.GetUtcNow()), stop);
        await ScoreAgainAsync(known, code, results, storage, stop);
        return TypedResults.Json(AgencyObject.Of((await agencies.FindAsync(known, code, stop))!), ApiJson.Options);
    }

    // Head counts and registration decide what is processed, so a result that is there may change.
    private static async Task ScoreAgainAsync(FiscalYear year, string code, ResultTable results, OpenStorage storage, CancellationToken stop)
    {
        if (await results.FindAsync(year, code, stop) is { } row)
        {
            await storage.Connection.Queues.GetQueueClient(StorageNames.Queues.Score)
                .SendMessageAsync(Job.Write(new ScoreJob(year.BuddhistEra, code, row.Upload)), stop);
        }
    }

    private static async Task<AgencyObject?> ReadAsync(HttpRequest request, CancellationToken stop) =>
        await SentJson.ReadAsync<AgencyObject>(request, stop) is { InternalStaff: null or >= 0, ExternalStakeholders: null or >= 0 } sent ? sent : null;

    /// <summary>An agency as the API gives and takes it; what a PUT leaves out stays as it was.</summary>
    private sealed record AgencyObject(
        int? FiscalYear,
        string? AgencyCode,
        string? AgencyName,
        string? AgencyType,
        string? Province,
        string? District,
        int? InternalStaff,
        int? ExternalStakeholders,
        bool? Registered)
    {
        public static AgencyObject Of(Agency agency) => new(
            agency.Year.BuddhistEra,
            agency.Code,
            agency.Name,
            agency.Type,
            agency.Province,
            agency.District,
            agency.InternalStaff,
            agency.ExternalStakeholders,
            agency.Registered);

        public Agency ToAgency(FiscalYear year, string code) =>
            new(year, code, AgencyName, AgencyType, Province, District, InternalStaff, ExternalStakeholders, Registered);
    }
}
