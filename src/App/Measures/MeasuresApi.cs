using Ita.Domain.Analysis;
using Ita.Domain.Improvement;

namespace Ita.App.Measures;

/// <summary>GET and PUT measures/{year}/{agency}, PATCH …/{id}: the plan of measures. The year is the analysed one.</summary>
internal static class MeasuresApi
{
    public static IServiceCollection AddMeasures(
        this IServiceCollection services) => services
            .AddSingleton<MeasureTable>()
            .AddSingleton(_ => new PictureReading())
            .AddSingleton<PictureBlobs>()
            .AddSingleton<PictureChanges>()
            .AddSingleton<PictureUploads>()
            .AddSingleton<PlanChanges>();

    public static void MapMeasures(this IEndpointRouteBuilder api)
    {
        var measures = api.MapGroup("/measures/{year:int}/{agency}");
        measures.MapGet("", ListAsync);
        measures.MapPut("", PutAsync).Needs(Right.OwnAgency).TakesBody();
        measures.MapPatch("/{id}", PatchAsync).Needs(Right.OwnAgency).TakesBody().Refuses(StatusCodes.Status409Conflict);
        measures.MapCoverage();
        measures.MapPictures();
    }

    private static async Task<Answer<MeasureList>> ListAsync(
        int year, string agency, string? host, MeasureTable measures, TimeProvider clock, CancellationToken cancellationToken)
    {
        var today = ThaiClock.Today(clock);
        var found = await measures.ListAsync(FiscalYear.FromBuddhistEra(year), agency, cancellationToken);
        return new MeasureList(year, agency, found.Select(measure => FollowedMeasure.From(measure, today, host)));
    }

    private static async Task<Answer<MeasureList>> PutAsync(
        int year, string agency, HttpRequest request, MeasureTable measures, TimeProvider clock, FrameworkCatalogue frameworks,
        CancellationToken cancellationToken)
    {
        var analysed = FiscalYear.FromBuddhistEra(year);
        var read = await JsonBody.ReadAsync<IReadOnlyList<MeasureObject>>(request, MeasureRules.Invalid, cancellationToken);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        var sent = read.Value;
        List<string> ids = [.. sent.Select((one, place) => one.Id ?? $"m{(place + 1).ToString("00", CultureInfo.InvariantCulture)}")];
        if (SentMeasures.FindProblems(sent, ids) is { IsEmpty: false } problems)
        {
            return MeasureRules.Invalid.Because(problems);
        }

        var plan = sent.Zip(ids, (one, id) => one.Over(null, id, analysed)).Select((one, place) => one with { Place = place + 1 }).ToList();
        if (MeasureRules.Check(plan, frameworks.Get(analysed)) is { } refusal)
        {
            return refusal;
        }

        await measures.ReplaceAsync(analysed, agency, plan, cancellationToken);
        return await ListAsync(year, agency, null, measures, clock, cancellationToken);
    }

    private static async Task<Answer<FollowedMeasure>> PatchAsync(
        int year, string agency, string id, HttpRequest request, MeasureTable measures, TimeProvider clock, FrameworkCatalogue frameworks,
        CancellationToken cancellationToken)
    {
        var analysed = FiscalYear.FromBuddhistEra(year);
        if (await measures.FindAsync(analysed, agency, id, cancellationToken) is not { } found)
        {
            return Refusal.NotFound();
        }

        var read = await JsonBody.ReadAsync<MeasureObject>(request, MeasureRules.Invalid, cancellationToken);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        var sent = read.Value;
        if ((SentMeasures.FindProblemOfId(sent, id) ?? SentMeasures.FindProblems(sent).FirstOrDefault()) is { } problem)
        {
            return MeasureRules.Invalid.Because(problem);
        }

        var measure = sent.Over(found.Measure, id, analysed);
        if (MeasureRules.Check([measure], frameworks.Get(analysed)) is { } refusal)
        {
            return refusal;
        }

        return await measures.TryUpdateAsync(agency, measure, found.ETag, cancellationToken)
            ? FollowedMeasure.From(measure, ThaiClock.Today(clock), null)
            : Refusal.Conflict("measure-changed");
    }

    private sealed record MeasureList(int FiscalYear, string AgencyCode, IEnumerable<FollowedMeasure> Measures);
}
