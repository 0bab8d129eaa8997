using Ita.Domain.Appeals;

namespace Ita.App.Appeals;

/// <summary>GET and PUT appeals/{year}, GET and POST appeals/{year}/{agency}, POST …/{number}/answer and …/{number}/withdraw.</summary>
internal static class AppealsApi
{
    private static Refusal Invalid => Refusal.Invalid("appeal-invalid");

    public static void MapAppeals(this IEndpointRouteBuilder api)
    {
        api.MapGet("/appeals/{year:int}", GetYearAsync).Needs(Right.AnyAgency);
        api.MapPut("/appeals/{year:int}", PutWindowAsync).Needs(Right.AnyAgency).TakesBody().Refuses(StatusCodes.Status409Conflict);
        var agency = api.MapGroup("/appeals/{year:int}/{agency}");
        agency.MapGet("", ListAsync).Needs(Right.OwnAgency);
        agency.MapPost("", PostAsync).Needs(Right.OwnAgency).TakesBody().Refuses(StatusCodes.Status409Conflict);
        agency.MapPost("/{number:int}/answer", AnswerAsync).Needs(Right.AnyAgency).TakesBody().Refuses(StatusCodes.Status409Conflict);
        agency.MapPost("/{number:int}/withdraw", WithdrawAsync).Needs(Right.OwnAgency).Refuses(StatusCodes.Status409Conflict);
    }

    private static async Task<Answer<YearAppeals>> GetYearAsync(
        int year, AppealTable appeals, TimeProvider clock, CancellationToken cancellationToken)
    {
        var known = FiscalYear.FromBuddhistEra(year);
        var window = await WindowAsync(known, appeals, clock, cancellationToken);
        return new YearAppeals(
            year, window, [.. await appeals.OpenAsync(known, cancellationToken).Select(AppealObject.From).ToListAsync(cancellationToken)]);
    }

    private static async Task<Answer<YearAppeals>> PutWindowAsync(
        HttpContext context, int year, AppealActs acts, AppealTable appeals, TimeProvider clock, CancellationToken cancellationToken)
    {
        var sent = await JsonBody.ReadAsync<SentWindow>(context.Request, Invalid, cancellationToken);
        if (sent.IsRefused)
        {
            return sent.Refusal;
        }

        var known = FiscalYear.FromBuddhistEra(year);
        var (window, problem) = AppealWindow.Create(known, sent.Value.Opens, sent.Value.Closes, sent.Value.AnswersBy);
        if (window is null)
        {
            return Refusal.Invalid(problem!);
        }

        var set = await acts.SetWindowAsync(known, window, seen: null, context.Holder(), cancellationToken);
        return set.IsRefused ? set.Refusal : await GetYearAsync(year, appeals, clock, cancellationToken);
    }

    private static async Task<Answer<AgencyAppeals>> ListAsync(
        int year, string agency, AppealTable appeals, TimeProvider clock, CancellationToken cancellationToken)
    {
        var known = FiscalYear.FromBuddhistEra(year);
        var window = await WindowAsync(known, appeals, clock, cancellationToken);
        return new AgencyAppeals(year, agency, window, [.. (await appeals.ListAsync(known, agency, cancellationToken)).Select(AppealObject.From)]);
    }

    private static async Task<Answer<AppealObject>> PostAsync(
        HttpContext context, int year, string agency, AppealActs acts, CancellationToken cancellationToken)
    {
        var sent = await JsonBody.ReadAsync<SentComment>(context.Request, Invalid, cancellationToken);
        return sent.IsRefused
            ? sent.Refusal
            : (await acts.SubmitAsync(FiscalYear.FromBuddhistEra(year), agency, sent.Value, context.Holder(), cancellationToken))
            .ToAnswer(AppealObject.From);
    }

    private static async Task<Answer<AppealObject>> AnswerAsync(
        HttpContext context, int year, string agency, int number, AppealActs acts, CancellationToken cancellationToken)
    {
        var sent = await JsonBody.ReadAsync<SentAnswer>(context.Request, Invalid, cancellationToken);
        return sent.IsRefused
            ? sent.Refusal
            : (await acts.AnswerAsync(FiscalYear.FromBuddhistEra(year), agency, number, sent.Value, context.Holder(), cancellationToken))
            .ToAnswer(AppealObject.From);
    }

    private static async Task<Answer<AppealObject>> WithdrawAsync(
        HttpContext context, int year, string agency, int number, AppealActs acts, CancellationToken cancellationToken) =>
        (await acts.WithdrawAsync(FiscalYear.FromBuddhistEra(year), agency, number, context.Holder(), cancellationToken)).ToAnswer(AppealObject.From);

    private static async Task<AppealWindowObject?> WindowAsync(
        FiscalYear year, AppealTable appeals, TimeProvider clock, CancellationToken cancellationToken) =>
        await appeals.FindWindowAsync(year, cancellationToken) is { } found
            ? AppealWindowObject.From(found.Window, ThaiClock.Today(clock))
            : null;

    private sealed record SentWindow(DateOnly Opens, DateOnly Closes, DateOnly AnswersBy);

    /// <param name="Window">Null when no days are set.</param>
    /// <param name="Open">The comments that are not answered, or whose new version is not stored.</param>
    private sealed record YearAppeals(int FiscalYear, AppealWindowObject? Window, ImmutableArray<AppealObject> Open);

    /// <param name="Window">Null when no days are set.</param>
    private sealed record AgencyAppeals(int FiscalYear, string AgencyCode, AppealWindowObject? Window, ImmutableArray<AppealObject> Comments);
}
