using Ita.Domain.Appeals;

namespace Ita.Domain.Tests.Appeals;

/// <summary>When appeals prevent a publication.</summary>
public class AppealBlocksTests
{
    private static readonly DateOnly Opens = new(2027, 8, 2);
    private static readonly AppealWindow Window = new(Opens, Opens.AddDays(13), Opens.AddDays(27));

    [Theory]
    [InlineData(-1, "appeal-window-open", "appeal-window-open")]
    [InlineData(12, "appeal-window-open", "appeal-window-open")]
    [InlineData(13, "appeal-window-open", "appeal-window-open")]
    [InlineData(14, null, "appeal-comments-open")]
    [InlineData(26, null, "appeal-comments-open")]
    [InlineData(27, null, "appeal-comments-open")]
    [InlineData(28, null, null)]
    [InlineData(29, null, null)]
    public void A_draft_waits_for_the_last_day_for_comments_and_for_each_answer(int daysAfterFirst, string? without, string? with)
    {
        var situation = new AppealSituation(Window, Opens.AddDays(daysAfterFirst), false);

        Assert.Equal(without, AppealBlocks.Find(situation, [])?.Code);
        Assert.Equal(with, AppealBlocks.Find(situation, [Comments.Of(CommentState.Submitted)])?.Code);
    }

    [Theory]
    [InlineData(CommentState.Withdrawn)]
    [InlineData(CommentState.Accepted)]
    [InlineData(CommentState.Declined)]
    [InlineData(CommentState.Lapsed)]
    [InlineData(CommentState.Overruled)]
    public void A_comment_that_ended_prevents_nothing(CommentState state) =>
        Assert.Null(AppealBlocks.Find(new(Window, Window.AnswersBy, false), [Comments.Of(state)]));

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(40)]
    public void An_accepted_comment_without_its_version_prevents_publication_on_every_day(int day) =>
        Assert.Equal("appeal-accepting", AppealBlocks.Find(new(Window, Opens.AddDays(day), false), [Comments.Of(CommentState.Accepting)])?.Code);

    [Fact]
    public void Without_a_window_nothing_is_prevented() => Assert.Null(AppealBlocks.Find(new(null, Opens, false), []));

    [Fact]
    public void The_number_of_unanswered_comments_is_stated() =>
        Assert.Contains(
            "2 comments",
            AppealBlocks.Find(
                new(Window, Window.AnswersBy, false),
                [Comments.Of(CommentState.Submitted), Comments.Of(CommentState.Declined), Comments.Of(CommentState.Submitted)])!.Text.En,
            StringComparison.Ordinal);
}
