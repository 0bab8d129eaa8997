using Ita.App.Access;
using Ita.App.Jobs;
using Ita.App.Results;
using Ita.App.Storage;
using Ita.App.Time;
using Ita.App.Web;
using Ita.Domain;
using Ita.Domain.Frameworks;
using Ita.Domain.Responses;

namespace Ita.App.Surveys;

/// <summary>
/// A survey's life: its period, closing, opening again, and what follows from closing: the key of the respondents is thrown away,
/// and with it their passwords and limits; the stamps of the sheets are made one; the score is asked for. Each may be done twice.
/// </summary>
public sealed class SurveyClosing(
    SurveyTable surveys,
    SecretTable secrets,
    PasswordTable passwords,
    LimitTable limits,
    ResponseTable responses,
    AuditTable audit,
    OpenStorage storage,
    TimeProvider clock)
{
    /// <summary>Who closes a survey that has its minimum.</summary>
    public const string BySample = "minimum reached";

    // Sheets that were let in before the closing are stored well within this; they are scored too.
    private static readonly TimeSpan Stragglers = TimeSpan.FromSeconds(60);

    /// <summary>Gives a survey its period, or another one while it is not closed.</summary>
    public async Task<(SurveyRecord? Survey, Refusal? Refusal)> SetAsync(
        FiscalYear year, string agency, SurveyPeriod period, bool closesWhenReached, string by, CancellationToken stop)
    {
        var before = await surveys.FindAsync(year, agency, stop);
        if (before?.State.PhaseOn(Today) is SurveyPhase.Closed or SurveyPhase.Published)
        {
            return (null, Refusal.Conflict(before.State.RefusalOn(Today)!));
        }

        await secrets.EnsureAsync(year, agency, stop);
        await audit.AppendAsync(by, "survey-set", Name(year, agency), $"{period.Opens:yyyy-MM-dd}/{period.Closes:yyyy-MM-dd}", stop);
        var record = before is null ? new(year, agency, new(period)) : before with { State = before.State with { Period = period } };
        return await WrittenAsync(record with { ClosesWhenReached = closesWhenReached }, stop);
    }

    public Task<(SurveyRecord? Survey, Refusal? Refusal)> CloseAsync(FiscalYear year, string agency, string by, string why, CancellationToken stop) =>
        MoveAsync(year, agency, "survey-closed", by, why, survey => survey.State.Close(new(Today, by, why)), survey => survey with { ClosedAt = clock.GetUtcNow(), IsSettled = false, Failure = null }, stop);

    /// <param name="lastDay">Up to and with it sheets are taken again.</param>
    public Task<(SurveyRecord? Survey, Refusal? Refusal)> ReopenAsync(
        FiscalYear year, string agency, DateOnly lastDay, string by, string why, CancellationToken stop) =>
        MoveAsync(year, agency, "survey-reopened", by, why, survey => survey.State.Reopen(lastDay, new(Today, by, why)), survey => survey with { ClosedAt = null, IsSettled = false, ClosesWhenReached = false }, stop);

    /// <summary>The results are published: the survey moves no more.</summary>
    /// <returns>Why they may not be; null when they may, also where there is no survey.</returns>
    public async Task<Refusal?> PublishAsync(FiscalYear year, string agency, CancellationToken stop)
    {
        if (await surveys.FindAsync(year, agency, stop) is not { } found)
        {
            return null;
        }

        var survey = await SettledAsync(found, stop);
        var move = survey.State.Publish(Today);
        if (move.State is not { } next)
        {
            return Refusal.Conflict(move.Problem!);
        }

        return next == survey.State || await surveys.WriteAsync(survey with { State = next }, stop) is not null ? null : Refusal.Raced;
    }

    /// <summary>The survey, with all that follows done if it is closed.</summary>
    public async Task<SurveyRecord> SettledAsync(SurveyRecord survey, CancellationToken stop)
    {
        if (survey.IsSettled || survey.State.PhaseOn(Today) is not (SurveyPhase.Closed or SurveyPhase.Published))
        {
            return survey;
        }

        // Somebody else saw it too, and does the same: his record is as good.
        if (survey.ClosedAt is null && (survey = await WriteOrReadAsync(survey with { ClosedAt = clock.GetUtcNow() }, stop)).IsSettled)
        {
            return survey;
        }

        await SettleAsync(survey, stop);
        return await WriteOrReadAsync(survey with { IsSettled = true }, stop);
    }

    private DateOnly Today => ThaiClock.Today(clock);

    private async Task<(SurveyRecord? Survey, Refusal? Refusal)> MoveAsync(
        FiscalYear year, string agency, string what, string by, string why, Func<SurveyRecord, SurveyMove> move, Func<SurveyRecord, SurveyRecord> after, CancellationToken stop)
    {
        if (await surveys.FindAsync(year, agency, stop) is not { } found)
        {
            return (null, Refusal.Of(StatusCodes.Status404NotFound, "not-found"));
        }

        var survey = await SettledAsync(found, stop);
        var moved = move(survey);
        if (moved.State is not { } next)
        {
            return (null, Refusal.Conflict(moved.Problem!));
        }

        await audit.AppendAsync(by, what, Name(year, agency), why, stop);
        if (next.PhaseOn(Today) is SurveyPhase.Open)
        {
            await secrets.EnsureAsync(year, agency, stop);
        }

        return await WrittenAsync(after(survey with { State = next }), stop);
    }

    private async Task<(SurveyRecord? Survey, Refusal? Refusal)> WrittenAsync(SurveyRecord record, CancellationToken stop) =>
        await surveys.WriteAsync(record, stop) is { } written ? (await SettledAsync(written, stop), null) : (null, Refusal.Raced);

    private async Task<SurveyRecord> WriteOrReadAsync(SurveyRecord record, CancellationToken stop) =>
        await surveys.WriteAsync(record, stop) ?? (await surveys.FindAsync(record.Year, record.Agency, stop))!;

    private async Task SettleAsync(SurveyRecord survey, CancellationToken stop)
    {
        var (year, agency) = (survey.Year, survey.Agency);
        await secrets.ForgetRespondentsAsync(year, agency, stop);
        await limits.ForgetAsync(year, agency, stop);
        foreach (var form in QuestionList.All(FrameworkCatalogue.Get(year)))
        {
            await passwords.ForgetAsync(year, agency, form.Code, stop);
            await responses.MixAllAsync(year, agency, form.Code, stop);
        }

        var job = Job.Write(new ScoreJob(year.BuddhistEra, agency, Origin.Survey));
        var queue = storage.Connection.Queues.GetQueueClient(StorageNames.Queues.Score);
        await queue.SendMessageAsync(job, stop);
        await queue.SendMessageAsync(job, visibilityTimeout: Stragglers, cancellationToken: stop);
    }

    private static string Name(FiscalYear year, string agency) => $"{year}/{agency}";
}
