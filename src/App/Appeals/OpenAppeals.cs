using Ita.Domain.Appeals;

namespace Ita.App.Appeals;

/// <summary>The open comments: what they prevent, and how they end by themselves. Each step can be repeated and interrupted.</summary>
public sealed class OpenAppeals(AppealTable appeals, AppealScoring scoring, ResultTable results, TimeProvider clock) : IOpenAppeals
{
    public async Task<ImmutableDictionary<string, Problem>> FindBlocksAsync(
        FiscalYear year, IReadOnlyCollection<string> agencies, CancellationToken cancellationToken)
    {
        var none = ImmutableDictionary<string, Problem>.Empty.WithComparers(StringComparer.Ordinal);
        if (agencies.Count == 0 || await appeals.FindWindowAsync(year, cancellationToken) is not { Window: { } window })
        {
            return none;
        }

        var open = agencies.Count == 1
            ? [.. await appeals.ListAsync(year, agencies.First(), cancellationToken)]
            : await appeals.OpenAsync(year, cancellationToken).ToListAsync(cancellationToken);
        var byAgency = open.ToLookup(record => record.Agency, record => record.Comment, StringComparer.Ordinal);
        var situation = new AppealSituation(window, ThaiClock.Today(clock), IsPublished: false);
        return agencies
            .Select(agency => (agency, Problem: AppealBlocks.Find(situation, [.. byAgency[agency]])))
            .Where(one => one.Problem is not null)
            .Aggregate(none, (found, one) => found.Add(one.agency, one.Problem!));
    }

    public async Task CompleteAsync(FiscalYear year, string agency, CancellationToken cancellationToken)
    {
        foreach (var record in await appeals.ListAsync(year, agency, cancellationToken))
        {
            await scoring.CompleteAsync(record, AppealRole.Timer, cancellationToken);
        }
    }

    public async Task EndAsync(ResultRow published, KeyScope by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(published);
        foreach (var record in await appeals.ListAsync(published.Year, published.Agency, cancellationToken))
        {
            await EndAsync(record, published, by.ToRole(), cancellationToken);
        }
    }

    /// <summary>Ends what is overdue or was interrupted, in all years. Run by a timer.</summary>
    /// <returns>The outcome, for the log.</returns>
    public async Task<string> EndDueAsync(CancellationToken cancellationToken)
    {
        var ended = 0;
        await foreach (var record in appeals.OpenAsync(cancellationToken))
        {
            ended += await EndDueAsync(record, cancellationToken) ? 1 : 0;
        }

        return $"{ended} appeals ended";
    }

    /// <summary>Ends what is overdue of a year, before its days are changed.</summary>
    public async Task EndDueAsync(FiscalYear year, CancellationToken cancellationToken)
    {
        await foreach (var record in appeals.OpenAsync(year, cancellationToken))
        {
            await EndDueAsync(record, cancellationToken);
        }
    }

    // True when the comment is not open any more.
    private async Task<bool> EndDueAsync(AppealRecord read, CancellationToken cancellationToken)
    {
        var record = await scoring.CompleteAsync(read, AppealRole.Timer, cancellationToken);
        var row = await results.FindAsync(record.Year, record.Agency, cancellationToken);
        if (row?.State == StoredResult.Published)
        {
            return await EndAsync(record, row, AppealRole.Timer, cancellationToken);
        }

        var window = await appeals.FindWindowAsync(record.Year, cancellationToken);
        var situation = new AppealSituation(window?.Window, ThaiClock.Today(clock), IsPublished: false);
        return await ApplyAsync(record, new(clock.GetUtcNow(), AppealRole.Timer, CommentAct.Lapse), situation, cancellationToken);
    }

    // A publication that stated no reason for not waiting found nothing open, so a comment that is left came at the same moment.
    private async Task<bool> EndAsync(AppealRecord record, ResultRow row, AppealRole by, CancellationToken cancellationToken)
    {
        var window = await appeals.FindWindowAsync(record.Year, cancellationToken);
        var situation = new AppealSituation(window?.Window, ThaiClock.Today(clock), IsPublished: true);
        var why = row.Entry(row.Version)?.OverruleReason;
        var step = why is null
            ? new CommentEvent(clock.GetUtcNow(), AppealRole.Timer, CommentAct.Lapse)
            : new CommentEvent(clock.GetUtcNow(), by, CommentAct.Overrule, why);
        return await ApplyAsync(record, step, situation, cancellationToken);
    }

    private async Task<bool> ApplyAsync(AppealRecord record, CommentEvent step, AppealSituation situation, CancellationToken cancellationToken) =>
        CommentMoves.Apply(record.Comment, step, situation).Comment is { } next
            ? await appeals.TryWriteAsync(record with { Comment = next }, cancellationToken)
            : !record.Comment.IsOpen;
}
