using Ita.Domain.Appeals;
using Ita.Domain.Improvement;
using Ita.Domain.Texts;

namespace Ita.App.Appeals;

/// <summary>A comment as an agency sends it.</summary>
/// <param name="Items">Codes of items.</param>
public sealed record SentComment(ImmutableArray<string> Items, string Comment, ImmutableArray<EvidenceLink>? Evidence = null);

/// <summary>An answer as an assessor sends it.</summary>
/// <param name="Accepts">False to decline.</param>
/// <param name="Scores">The changed scores; empty when declined.</param>
public sealed record SentAnswer(bool Accepts, string Answer, ImmutableArray<ChangedScore>? Scores = null);

/// <summary>Sets windows and carries out what agencies and assessors do with comments.</summary>
public sealed class AppealActs(
    AppealTable appeals, AppealScoring scoring, OpenAppeals open, ResultTable results, StoredResults stored, KnownFrameworks frameworks,
    AuditTable audit, TimeProvider clock)
{
    private const int Attempts = 3;

    private static Refusal Raced => Refusal.Conflict("appeal-changed");

    private DateOnly Today => ThaiClock.Today(clock);

    /// <summary>Sets the days of a year.</summary>
    /// <param name="seen">The ETag of the window that the caller has seen; null to replace any.</param>
    public async Task<Outcome<AppealWindow>> SetWindowAsync(
        FiscalYear year, AppealWindow window, string? seen, KeyHolder by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(window);
        var before = await appeals.FindWindowAsync(year, cancellationToken);
        if (seen is not null && seen != (before?.ETag.ToString() ?? ""))
        {
            return Raced;
        }

        // By the days as they were: a comment that has lapsed does not open again when the days are extended.
        await open.EndDueAsync(year, cancellationToken);
        await audit.AppendAsync(by.Id, "appeals-set", $"{year}", WordsOf(window), cancellationToken);
        return await appeals.TryWriteWindowAsync(year, window, before?.ETag, cancellationToken) ? window : Raced;
    }

    /// <summary>Stores a new comment. The same comment sent again while it is open is returned as it is stored.</summary>
    public async Task<Outcome<AppealRecord>> SubmitAsync(
        FiscalYear year, string agency, SentComment sent, KeyHolder by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sent);
        if (await results.FindAsync(year, agency, cancellationToken) is not { } row
            || !frameworks.Current.TryGet(year.BuddhistEra, out var framework))
        {
            return Refusal.NotFound();
        }

        var step = new CommentEvent(clock.GetUtcNow(), by.Scope.ToRole(), CommentAct.Submit, ThaiSpelling.Repair(sent.Comment).Trim());
        var problem = CommentMoves.Next(null, CommentAct.Submit, step.By, await SituationAsync(row, cancellationToken)).Problem;
        var evidence = sent.Evidence ?? [];
        ImmutableArray<Problem> problems = [.. AppealChecks.OfComment(framework, sent.Items, evidence), .. Nullable(CommentMoves.OfReason(step))];
        if (problem is not null || !problems.IsEmpty)
        {
            return problem is not null ? RefusalOf(problem) : Invalid.Because(problems);
        }

        ImmutableArray<CommentEvent> history = [step with { Why = null }];
        var comment = new AppealComment(0, row.Version, sent.Items, step.Why!, evidence, CommentState.Submitted, [], null, history);
        return await AddAsync(new(year, agency, comment), by, cancellationToken);
    }

    public Task<Outcome<AppealRecord>> WithdrawAsync(
        FiscalYear year, string agency, int number, KeyHolder by, CancellationToken cancellationToken) =>
        MoveAsync(year, agency, number, new(clock.GetUtcNow(), RoleOf(by), CommentAct.Withdraw), [], by, cancellationToken);

    /// <summary>Accepts a comment, which makes a version with the changed scores, or declines it.</summary>
    public Task<Outcome<AppealRecord>> AnswerAsync(
        FiscalYear year, string agency, int number, SentAnswer sent, KeyHolder by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sent);
        var act = sent.Accepts ? CommentAct.Accept : CommentAct.Decline;
        var step = new CommentEvent(clock.GetUtcNow(), RoleOf(by), act, Reasons.Plain(sent.Answer));
        return MoveAsync(year, agency, number, step, sent.Scores ?? [], by, cancellationToken);
    }

    private static Refusal Invalid => Refusal.Invalid("appeal-invalid");

    private async Task<Outcome<AppealRecord>> AddAsync(AppealRecord draft, KeyHolder by, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var known = await appeals.ListAsync(draft.Year, draft.Agency, cancellationToken);
            if (known.FirstOrDefault(one => one.Comment.IsOpen && IsSame(one.Comment, draft.Comment)) is { } same)
            {
                return same;
            }

            if (known.Length >= AppealChecks.MostComments)
            {
                return RefusalOf(new Problem("appeal-too-many", Severity.Error).With("limit", $"{AppealChecks.MostComments}"));
            }

            var next = draft with { Comment = draft.Comment with { Number = known.Length == 0 ? 1 : known[^1].Comment.Number + 1 } };
            if (StoredJson.Write(next.Comment).Length > TextLimits.PropertyJson)
            {
                return Invalid.Because(
                    new Problem("appeal-too-large", Severity.Error, Column: "evidence").With("limit", $"{TextLimits.PropertyJson}"));
            }

            await audit.AppendAsync(by.Id, "appeal-submitted", NameOf(next), null, cancellationToken);
            if (await appeals.TryWriteAsync(next, cancellationToken))
            {
                return (await appeals.FindAsync(next.Year, next.Agency, next.Comment.Number, cancellationToken))!;
            }
        }

        return Raced;
    }

    private async Task<Outcome<AppealRecord>> MoveAsync(
        FiscalYear year, string agency, int number, CommentEvent step, ImmutableArray<ChangedScore> scores, KeyHolder by,
        CancellationToken cancellationToken)
    {
        if (await appeals.FindAsync(year, agency, number, cancellationToken) is not { } record
            || await results.FindAsync(year, agency, cancellationToken) is not { } row)
        {
            return Refusal.NotFound();
        }

        var (next, problem) = CommentMoves.Apply(record.Comment, step, await SituationAsync(row, cancellationToken));
        if (next is null)
        {
            return problem!.Column is null ? RefusalOf(problem) : Invalid.Because(problem);
        }

        if (step.What != CommentAct.Withdraw
            && await ScoreProblemsAsync(record.Comment, step.What, scores, row, cancellationToken) is { IsEmpty: false } found)
        {
            return Invalid.Because(found);
        }

        await audit.AppendAsync(by.Id, $"appeal-{step.What.ToString().ToLowerInvariant()}", NameOf(record), step.Why, cancellationToken);
        var changed = record with { Comment = next with { Scores = scores }, AnsweredBy = step.What == CommentAct.Withdraw ? null : by.Id };
        if (!await appeals.TryWriteAsync(changed, cancellationToken))
        {
            return Raced;
        }

        return await scoring.CompleteAsync((await appeals.FindAsync(year, agency, number, cancellationToken))!, step.By, cancellationToken);
    }

    private async Task<ImmutableArray<Problem>> ScoreProblemsAsync(
        AppealComment comment, CommentAct act, ImmutableArray<ChangedScore> scores, ResultRow row, CancellationToken cancellationToken) =>
        await stored.ReadAsync(row, cancellationToken) is { } now
            ? AppealChecks.OfScores(comment, act, scores, now.Result, now.Framework, AnswerFigures.IsOfAnswers)
            : [];

    private async Task<AppealSituation> SituationAsync(ResultRow row, CancellationToken cancellationToken) => new(
        (await appeals.FindWindowAsync(row.Year, cancellationToken))?.Window, Today, row.State == StoredResult.Published);

    private static bool IsSame(AppealComment one, AppealComment other) =>
        one.Text == other.Text && one.Items.SequenceEqual(other.Items) && one.Evidence.SequenceEqual(other.Evidence);

    private static Refusal RefusalOf(Problem problem) =>
        problem.Code == "appeal-role" ? Refusal.Forbidden(problem) : Refusal.Conflict(problem);

    private static AppealRole RoleOf(KeyHolder by) => by.Scope.ToRole();

    private static IEnumerable<Problem> Nullable(Problem? problem) => problem is null ? [] : [problem];

    private static string NameOf(AppealRecord record) => $"{record.Year}/{record.Agency} appeal {record.Comment.Number}";

    private static string WordsOf(AppealWindow window) => $"{window.Opens:yyyy-MM-dd}/{window.Closes:yyyy-MM-dd}/{window.AnswersBy:yyyy-MM-dd}";
}
