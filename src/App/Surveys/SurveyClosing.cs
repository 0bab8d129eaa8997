namespace Ita.App.Surveys;

/// <summary>
/// Opens, closes and reopens surveys. When a survey is closed, the key of its respondents, their passwords and limits are deleted, its
/// sheets are rewritten so that they share one timestamp, and the job that scores it is sent. Each step can be repeated.
/// </summary>
public sealed class SurveyClosing(
    SurveyTable surveys,
    SecretTable secrets,
    PasswordTable passwords,
    LimitTable limits,
    SharedLimitTable sharedLimits,
    ResponseTable responses,
    AuditTable audit,
    JobQueues queues,
    TimeProvider clock, KnownFrameworks frameworks)
{
    /// <summary>The id in the history and the audit log of a survey that closed because it has enough
    /// sheets.</summary>
    public const string BySample = "minimum reached";

    // A sheet accepted before the closing is stored well within this time and is scored by the second job.
    private static readonly TimeSpan Stragglers = TimeSpan.FromSeconds(60);

    /// <summary>Sets the period of a survey that is not closed.</summary>
    public async Task<Outcome<SurveyRecord>> SetAsync(
        FiscalYear year, string agency, SurveyPeriod period, bool closesWhenReached, string by, CancellationToken cancellationToken)
    {
        if (QuestionList.All(frameworks.Current.Get(year)).All(form => form.Questions.IsEmpty))
        {
            return SurveyForms.Unknown(year.BuddhistEra);
        }

        var before = await surveys.FindAsync(year, agency, cancellationToken);
        if (before?.State.PhaseOn(Today) is SurveyPhase.Closed or SurveyPhase.Published)
        {
            return Refusal.Conflict(before.State.RefusalOn(Today)!);
        }

        await secrets.EnsureAsync(year, agency, cancellationToken);
        await audit.AppendAsync(by, "survey-set", Name(year, agency), $"{period.Opens:yyyy-MM-dd}/{period.Closes:yyyy-MM-dd}", cancellationToken);
        var record = before is null ? new(year, agency, new(period)) : before with { State = before.State with { Period = period } };
        return await WrittenAsync(record with { ClosesWhenReached = closesWhenReached }, cancellationToken);
    }

    public Task<Outcome<SurveyRecord>> CloseAsync(FiscalYear year, string agency, string by, string why, CancellationToken cancellationToken) =>
        MoveAsync(
            year, agency, "survey-closed", by, why, survey => survey.State.Close(new(Today, by, why)),
            survey => survey with { ClosedAt = clock.GetUtcNow(), IsSettled = false, Failure = null }, cancellationToken);

    /// <param name="lastDay">The last day on which sheets are accepted again.</param>
    public Task<Outcome<SurveyRecord>> ReopenAsync(
        FiscalYear year, string agency, DateOnly lastDay, string by, string why, CancellationToken cancellationToken) =>
        MoveAsync(
            year, agency, "survey-reopened", by, why, survey => survey.State.Reopen(lastDay, new(Today, by, why)),
            survey => survey with { ClosedAt = null, IsSettled = false, ClosesWhenReached = false }, cancellationToken);

    /// <summary>Ends the survey for good when the results are published.</summary>
    /// <returns>Why they cannot be published; null when they can, and when there is no survey.</returns>
    public async Task<Refusal?> PublishAsync(FiscalYear year, string agency, CancellationToken cancellationToken)
    {
        if (await surveys.FindAsync(year, agency, cancellationToken) is not { } found)
        {
            return null;
        }

        var survey = await SettledAsync(found, cancellationToken);
        var move = survey.State.Publish(Today);
        if (move.State is not { } next)
        {
            return Refusal.Conflict(move.Problem!);
        }

        return next == survey.State || await surveys.WriteAsync(survey with { State = next }, cancellationToken) is not null ? null : Refusal.Raced;
    }

    /// <summary>Completes the closing of a survey that is closed; returns any other survey unchanged.</summary>
    public async Task<SurveyRecord> SettledAsync(SurveyRecord survey, CancellationToken cancellationToken)
    {
        if (survey.IsSettled || survey.State.PhaseOn(Today) is not (SurveyPhase.Closed or SurveyPhase.Published))
        {
            return survey;
        }

        // Another process can do the same at the same time; either record is right.
        if (survey.ClosedAt is null && (survey = await WriteOrReadAsync(survey with { ClosedAt = clock.GetUtcNow() }, cancellationToken)).IsSettled)
        {
            return survey;
        }

        await SettleAsync(survey, cancellationToken);
        return await WriteOrReadAsync(survey with { IsSettled = true }, cancellationToken);
    }

    /// <summary>Closes the surveys whose last day is over, completes closings that were interrupted, and deletes limits of past days. Run
    /// by a timer.</summary>
    /// <returns>The outcome, for the log.</returns>
    public async Task<string> CloseDueAsync(CancellationToken cancellationToken)
    {
        var closed = 0;
        await foreach (var survey in surveys.UnsettledAsync(cancellationToken))
        {
            closed += (await SettledAsync(survey, cancellationToken)).IsSettled ? 1 : 0;
        }

        await sharedLimits.ForgetOldAsync(cancellationToken);
        return $"{closed} surveys closed";
    }

    private DateOnly Today => ThaiClock.Today(clock);

    private async Task<Outcome<SurveyRecord>> MoveAsync(
        FiscalYear year, string agency, string what, string by, string why, Func<SurveyRecord, SurveyTransition> move,
        Func<SurveyRecord, SurveyRecord> after, CancellationToken cancellationToken)
    {
        if (await surveys.FindAsync(year, agency, cancellationToken) is not { } found)
        {
            return Refusal.NotFound();
        }

        var survey = await SettledAsync(found, cancellationToken);
        var moved = move(survey);
        if (moved.State is not { } next)
        {
            return Refusal.Conflict(moved.Problem!);
        }

        await audit.AppendAsync(by, what, Name(year, agency), why, cancellationToken);
        if (next.PhaseOn(Today) is SurveyPhase.Open)
        {
            await secrets.EnsureAsync(year, agency, cancellationToken);
        }

        return await WrittenAsync(after(survey with { State = next }), cancellationToken);
    }

    private async Task<Outcome<SurveyRecord>> WrittenAsync(SurveyRecord record, CancellationToken cancellationToken) =>
        await surveys.WriteAsync(record, cancellationToken) is { } written ? await SettledAsync(written, cancellationToken) : Refusal.Raced;

    private async Task<SurveyRecord> WriteOrReadAsync(SurveyRecord record, CancellationToken cancellationToken) =>
        await surveys.WriteAsync(record, cancellationToken) ?? (await surveys.FindAsync(record.Year, record.Agency, cancellationToken))!;

    private async Task SettleAsync(SurveyRecord survey, CancellationToken cancellationToken)
    {
        var (year, agency) = (survey.Year, survey.Agency);
        await secrets.ForgetRespondentsAsync(year, agency, cancellationToken);
        await limits.ForgetAsync(year, agency, cancellationToken);
        foreach (var form in QuestionList.All(frameworks.Current.Get(year)))
        {
            await passwords.ForgetAsync(year, agency, form.Code, cancellationToken);
            await responses.MixAllAsync(year, agency, form.Code, cancellationToken);
        }

        await queues.SendAsync(new ScoreSurveyJob(year.BuddhistEra, agency), cancellationToken);
        await queues.SendAsync(new ScoreSurveyJob(year.BuddhistEra, agency), cancellationToken, Stragglers);
    }

    private static string Name(FiscalYear year, string agency) => $"{year}/{agency}";
}
