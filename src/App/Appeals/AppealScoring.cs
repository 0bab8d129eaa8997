using Ita.Domain.Appeals;

namespace Ita.App.Appeals;

/// <summary>Completes accepted comments: stores the version with the changed scores, then records it in the comment. Both can be
/// repeated, because the version is made from the time and the scores in the comment.</summary>
public sealed class AppealScoring(
    AppealTable appeals, ItemScoreTable items, ResultScoring scoring, ResultTable results, TimeProvider clock)
{
    /// <summary>Completes an accepted comment; any other is returned unchanged.</summary>
    /// <param name="by">Who completes it: the scope of the key that has accepted it, or the timer.</param>
    /// <returns>The comment as it is stored now.</returns>
    public async Task<AppealRecord> CompleteAsync(AppealRecord record, AppealRole by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Comment is not { State: CommentState.Accepting, Answer: { } answer })
        {
            return record;
        }

        var (year, agency, number) = (record.Year, record.Agency, record.Comment.Number);
        var origin = new Origin(Origin.Appeal(number), answer.At, record.AnsweredBy!, answer.Why);
        await scoring.ScoreAsync(year, [await SheetAsync(record, cancellationToken)], origin, cancellationToken);

        // The version of this comment, also when a newer one was stored meanwhile.
        var row = (await results.FindAsync(year, agency, cancellationToken))!;
        var version = row.History.LastOrDefault(entry => entry.Upload == origin.Upload)?.Version ?? row.Version;
        var step = new CommentEvent(clock.GetUtcNow(), by, CommentAct.Store);
        var situation = new AppealSituation(null, ThaiClock.Today(clock), row.State == StoredResult.Published);
        var stored = CommentMoves.Apply(record.Comment, step, situation).Comment! with { NewVersion = version };

        // When another request completes it at the same time, either record is right.
        await appeals.TryWriteAsync(record with { Comment = stored }, cancellationToken);
        return (await appeals.FindAsync(year, agency, number, cancellationToken))!;
    }

    // With the number of respondents that is known, because a sheet states both.
    private async Task<ScoreSheet> SheetAsync(AppealRecord record, CancellationToken cancellationToken)
    {
        var found = await items.FindAsync(record.Year, [record.Agency], cancellationToken);
        var known = found.TryGetValue(record.Agency, out var one) ? one.Sheet : KnownSheet.Empty;
        ImmutableArray<(ScoreKey Key, decimal Score)> scores =
            [.. record.Comment.Scores.Select(score => (ScoreKey.Parse(score.Item), score.Score)).OrderBy(score => score.Item1)];
        var source = ScoreSource.Of("answer");
        return new(
            record.Year,
            record.Agency,
            new(
                [.. scores.Select(score => score.Key)],
                [.. scores.Select(score => new GivenScore(score.Score, known.Scores.GetValueOrDefault(score.Key)?.Respondents, source))]));
    }
}
