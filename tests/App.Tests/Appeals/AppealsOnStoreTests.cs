using Ita.App.Appeals;
using Ita.App.Results;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Surveys;
using Ita.Domain.Appeals;

namespace Ita.App.Tests.Appeals;

/// <summary>Comments, answers, days and publications on the real store.</summary>
[Collection(AppTests.Name)]
public sealed class AppealsOnStoreTests(RunningApp running)
{
    private const string First = "2024-07-01T05:00:00Z";

    [Fact]
    public async Task An_accepted_comment_makes_one_version_with_the_changed_score()
    {
        using var parts = new PartsOfAppeals(running, new HandClock(First));
        await parts.DraftAsync("AP-ACCEPT");
        Assert.False((await parts.CommentAsync("AP-ACCEPT")).IsRefused);

        var accepted = (await parts.AcceptAsync("AP-ACCEPT")).Value!.Comment;

        var row = (await parts.RowAsync("AP-ACCEPT"))!;
        Assert.Equal((CommentState.Accepted, 2, 2), (accepted.State, accepted.NewVersion, row.Version));
        Assert.Equal(
            ("appeal-1", "assessor-key", "ไม่พบหลักฐาน"), (row.Upload, row.Entry(2)!.By, row.Entry(2)!.Reason));
        Assert.Equal(
            [(AppealRole.Agency, CommentAct.Submit), (AppealRole.Assessor, CommentAct.Accept), (AppealRole.Assessor, CommentAct.Store)],
            accepted.History.Select(step => (step.By, step.What)));
        Assert.Equal("appeal-accepted", (await parts.AcceptAsync("AP-ACCEPT")).Refusal?.Code);
    }

    [Fact]
    public async Task A_version_of_an_appeal_can_be_scored_again()
    {
        using var parts = new PartsOfAppeals(running, new HandClock(First));
        await parts.DraftAsync("AP-AGAIN");
        await parts.CommentAsync("AP-AGAIN");
        await parts.AcceptAsync("AP-AGAIN");

        var outcome = await parts.Get<Ita.App.Scoring.ScoreStep>().RunAsync(new Ita.App.Jobs.ScoreAgencyJob(2567, "AP-AGAIN"), default);

        Assert.Equal("score 2567 unchanged", outcome);
    }

    [Fact]
    public async Task The_same_comment_sent_twice_is_one_comment_and_another_has_the_next_number()
    {
        using var parts = new PartsOfAppeals(running, new HandClock(First));
        await parts.DraftAsync("AP-TWICE");

        var first = await parts.CommentAsync("AP-TWICE");
        var again = await parts.CommentAsync("AP-TWICE");
        var other = await parts.CommentAsync("AP-TWICE", "อีกเรื่อง");
        var numbers = new[] { first, again, other }.Select(sent => sent.Value!.Comment.Number);

        Assert.Equal([1, 1, 2], numbers);
    }

    [Theory]
    [InlineData("O10", 50, "appeal-score-out-of-range")]
    [InlineData("O10", 100, "appeal-score-unchanged")]
    [InlineData("O12", 0, "appeal-score-not-commented")]
    public async Task A_changed_score_that_cannot_be_is_refused_and_changes_nothing(string item, int score, string code)
    {
        using var parts = new PartsOfAppeals(running, new HandClock(First));
        await parts.DraftAsync("AP-SCORE");
        await parts.CommentAsync("AP-SCORE");

        var refused = await parts.Acts.AnswerAsync(
            PartsOfAppeals.Year, "AP-SCORE", 1, new(true, "เปลี่ยน", [new(item, score)]), PartsOfAppeals.Assessor, default);

        Assert.Equal(code, refused.Refusal?.Faults.Single().Code);
        Assert.Equal((CommentState.Submitted, 1), ((await parts.FindAsync("AP-SCORE")).State, (await parts.RowAsync("AP-SCORE"))!.Version));
    }

    [Theory]
    [InlineData("AP-PUB-13", 13, "appeal-window-open")]
    [InlineData("AP-PUB-14", 14, "appeal-comments-open")]
    [InlineData("AP-PUB-30", 30, "appeal-comments-open")]
    [InlineData("AP-PUB-31", 31, null)]
    public async Task A_draft_is_published_when_its_comments_are_answered_or_have_lapsed(string agency, int days, string? code)
    {
        var clock = new HandClock(First);
        using var parts = new PartsOfAppeals(running, clock);
        await parts.DraftAsync(agency);
        await parts.CommentAsync(agency);
        clock.Advance(TimeSpan.FromDays(days));

        Assert.Equal(code, (await parts.PublishAsync(agency)).Refusal?.Code);
    }

    [Fact]
    public async Task A_publication_that_does_not_wait_states_its_reason_in_the_history_of_the_result_and_of_the_comment()
    {
        using var parts = new PartsOfAppeals(running, new HandClock(First));
        await parts.DraftAsync("AP-OVERRULE");
        await parts.CommentAsync("AP-OVERRULE");

        var published = (await parts.PublishAsync("AP-OVERRULE", "ครบกำหนดตามกฎหมาย")).Value!;

        var comment = await parts.FindAsync("AP-OVERRULE");
        Assert.Equal("ครบกำหนดตามกฎหมาย", published.OverruleReason);
        Assert.Equal(
            (CommentState.Overruled, AppealRole.Assessor, "ครบกำหนดตามกฎหมาย"),
            (comment.State, comment.History[^1].By, comment.History[^1].Why));
        Assert.Equal("appeal-published", (await parts.CommentAsync("AP-OVERRULE", "ช้าไป")).Refusal?.Code);
    }

    [Fact]
    public async Task The_timer_lapses_a_comment_the_day_after_the_last_one_in_Bangkok_and_once_only()
    {
        var clock = new HandClock(First);
        using var parts = new PartsOfAppeals(running, clock);
        await parts.DraftAsync("AP-LAPSE");
        await parts.CommentAsync("AP-LAPSE");

        // 23:59:59 on 31 July in Bangkok.
        clock.Advance(new DateTimeOffset(2024, 7, 31, 16, 59, 59, TimeSpan.Zero) - clock.GetUtcNow());
        await parts.Get<OpenAppeals>().EndDueAsync(default);
        Assert.Equal(CommentState.Submitted, (await parts.FindAsync("AP-LAPSE")).State);

        clock.Advance(TimeSpan.FromSeconds(1));
        await parts.Get<OpenAppeals>().EndDueAsync(default);
        await parts.Get<OpenAppeals>().EndDueAsync(default);

        Assert.Equal([CommentAct.Submit, CommentAct.Lapse], (await parts.FindAsync("AP-LAPSE")).History.Select(step => step.What));
    }

    [Fact]
    public async Task A_comment_that_has_lapsed_does_not_open_again_when_the_days_are_extended()
    {
        var clock = new HandClock(First);
        using var parts = new PartsOfAppeals(running, clock);
        await parts.DraftAsync("AP-EXTEND");
        await parts.CommentAsync("AP-EXTEND");
        clock.Advance(TimeSpan.FromDays(31));

        var longer = new AppealWindow(PartsOfAppeals.Window.Opens, PartsOfAppeals.Window.Closes, new(2024, 8, 31));
        Assert.False((await parts.Acts.SetWindowAsync(PartsOfAppeals.Year, longer, null, PartsOfAppeals.Assessor, default)).IsRefused);

        Assert.Equal(CommentState.Lapsed, (await parts.FindAsync("AP-EXTEND")).State);
    }

    [Fact]
    public async Task Days_that_another_request_changed_meanwhile_are_not_overwritten()
    {
        using var parts = new PartsOfAppeals(running, new HandClock(First));
        await parts.DraftAsync("AP-RACE");

        var refused = await parts.Acts.SetWindowAsync(PartsOfAppeals.Year, PartsOfAppeals.Window, "W/\"old\"", PartsOfAppeals.Assessor, default);

        Assert.Equal("appeal-changed", refused.Refusal?.Code);
    }
}
