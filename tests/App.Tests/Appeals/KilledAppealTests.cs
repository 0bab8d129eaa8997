using Ita.App.Appeals;
using Ita.App.Results;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Surveys;
using Ita.Domain.Appeals;

namespace Ita.App.Tests.Appeals;

/// <summary>A process that is killed before any of its writes leaves what the next one, or the timer, completes.</summary>
[Collection(AppTests.Name)]
public sealed class KilledAppealTests(RunningApp running)
{
    private const string First = "2024-07-01T05:00:00Z";
    private const int MostWrites = 12;

    [Fact]
    public async Task An_acceptance_killed_before_any_write_makes_one_version_or_none()
    {
        var ends = new List<(CommentState, int)>();
        for (var before = 0; before < MostWrites; before++)
        {
            var agency = $"AP-KILL-A{before}";
            var dying = new Dying(before);
            using var next = await CommentedAsync(agency);
            await DieAsync(dying, parts => parts.AcceptAsync(agency));
            await CheckAsync(next, agency);
            await next.Get<OpenAppeals>().EndDueAsync(default);
            await next.Get<OpenAppeals>().EndDueAsync(default);

            var (comment, row) = (await next.FindAsync(agency), (await next.RowAsync(agency))!);
            ends.Add((comment.State, row.Version));
            Assert.Equal(comment.NewVersion, comment.State == CommentState.Accepted ? row.Version : null);
            if (!dying.IsDead)
            {
                break;
            }
        }

        // Killed before the comment was written, nothing is accepted; killed later, the timer completes it.
        Assert.Equal([(CommentState.Submitted, 1), (CommentState.Accepted, 2)], ends.Distinct());
        Assert.InRange(ends.Count, 4, MostWrites - 1);
    }

    [Fact]
    public async Task A_publication_that_does_not_wait_killed_before_any_write_ends_its_comments_or_leaves_a_draft()
    {
        var ends = new List<(CommentState, string)>();
        for (var before = 0; before < MostWrites; before++)
        {
            var agency = $"AP-KILL-P{before}";
            var dying = new Dying(before);
            using var next = await CommentedAsync(agency);
            await DieAsync(dying, parts => parts.PublishAsync(agency, "ครบกำหนดตามกฎหมาย"));
            await next.Get<OpenAppeals>().EndDueAsync(default);

            var (comment, row) = (await next.FindAsync(agency), (await next.RowAsync(agency))!);
            ends.Add((comment.State, row.State));
            Assert.Equal(comment.State == CommentState.Overruled ? "ครบกำหนดตามกฎหมาย" : null, row.Entry(1)!.OverruleReason);
            if (!dying.IsDead)
            {
                break;
            }
        }

        Assert.Equal([(CommentState.Submitted, StoredResult.Draft), (CommentState.Overruled, StoredResult.Published)], ends.Distinct());
        Assert.InRange(ends.Count, 3, MostWrites - 1);
    }

    private async Task<PartsOfAppeals> CommentedAsync(string agency)
    {
        var parts = new PartsOfAppeals(running, new HandClock(First));
        await parts.DraftAsync(agency);
        Assert.False((await parts.CommentAsync(agency)).IsRefused);
        return parts;
    }

    // At no point is a result with an open comment published without a reason for not waiting.
    private static async Task CheckAsync(PartsOfAppeals parts, string agency)
    {
        if ((await parts.FindAsync(agency)).IsOpen)
        {
            Assert.NotNull((await parts.Get<IOpenAppeals>().FindBlocksAsync(PartsOfAppeals.Year, [agency], default)).GetValueOrDefault(agency));
        }
    }

    private async Task DieAsync<T>(Dying dying, Func<PartsOfAppeals, Task<T>> act)
    {
        using var parts = new PartsOfAppeals(running, new HandClock(First), dying);
        if (await Record.ExceptionAsync(() => act(parts)) is { } end)
        {
            Assert.IsType<ProcessDiedException>(end);
        }
    }
}
