using Ita.Domain.Appeals;
using Ita.Tests;

namespace Ita.Domain.Tests.Appeals;

/// <summary>The states of a comment: every state, role, action, phase and publication against tests/SampleData/Appeals/comment-moves.csv.</summary>
public class CommentMovesTests
{
    private static readonly DateOnly Opens = new(2027, 8, 2);
    private static readonly AppealWindow Window = new(Opens, Opens.AddDays(13), Opens.AddDays(27));

    private static readonly Rule[] Rules =
        [.. File.ReadLines(Repository.PathOf("tests", "SampleData", "Appeals", "comment-moves.csv")).Skip(1).Select(Rule.Read)];

    [Fact]
    public void Every_combination_of_state_role_action_day_and_publication_has_the_outcome_of_the_example()
    {
        var combinations = All().ToList();

        Assert.Equal(8 * 4 * 7 * 5 * 2, combinations.Count);
        Assert.Equal(
            combinations.Select(one => $"{one} {Rules.First(rule => rule.Covers(one)).Outcome}"),
            combinations.Select(one => $"{one} {OutcomeOf(one)}"));
    }

    [Fact]
    public void Every_rule_of_the_example_decides_something() =>
        Assert.Equal(Rules, All().Select(one => Rules.First(rule => rule.Covers(one))).Distinct().OrderBy(rule => Array.IndexOf(Rules, rule)));

    [Fact]
    public void A_final_state_is_never_left() =>
        Assert.All(
            All().Where(one => one.State is not (null or CommentState.Submitted or CommentState.Accepting)),
            one => Assert.StartsWith("appeal-", OutcomeOf(one), StringComparison.Ordinal));

    [Fact]
    public void Every_refusal_has_a_text_in_Thai_and_English() =>
        Assert.All(
            All().Select(one => CommentMoves.Next(one.State, one.Act, one.Role, one.Situation).Problem).OfType<Problem>().Distinct(),
            problem => Assert.All([problem.Text.Th, problem.Text.En], text => Assert.DoesNotContain("{", text, StringComparison.Ordinal)));

    [Theory]
    [InlineData(-1, AppealPhase.NotYet, "appeal-not-open", "appeal-not-open")]
    [InlineData(0, AppealPhase.Commenting, null, null)]
    [InlineData(1, AppealPhase.Commenting, null, null)]
    [InlineData(12, AppealPhase.Commenting, null, null)]
    [InlineData(13, AppealPhase.Commenting, null, null)]
    [InlineData(14, AppealPhase.Answering, "appeal-comments-closed", null)]
    [InlineData(26, AppealPhase.Answering, "appeal-comments-closed", null)]
    [InlineData(27, AppealPhase.Answering, "appeal-comments-closed", null)]
    [InlineData(28, AppealPhase.Over, "appeal-comments-closed", "appeal-answers-closed")]
    public void Each_last_day_is_included(int daysAfterFirst, AppealPhase phase, string? comment, string? answer)
    {
        var situation = new AppealSituation(Window, Opens.AddDays(daysAfterFirst), false);

        Assert.Equal(phase, situation.Phase);
        Assert.Equal(comment, CommentMoves.Next(null, CommentAct.Submit, AppealRole.Agency, situation).Problem?.Code);
        Assert.Equal(answer, CommentMoves.Next(CommentState.Submitted, CommentAct.Decline, AppealRole.Assessor, situation).Problem?.Code);
    }

    [Theory]
    [InlineData(-1, 1, 1, "appeal-window-invalid")]
    [InlineData(0, 0, 0, null)]
    [InlineData(1, 2, 3, null)]
    [InlineData(1, 0, 3, "appeal-window-invalid")]
    [InlineData(1, 2, 1, "appeal-window-invalid")]
    [InlineData(1, 2, 2, null)]
    public void A_window_begins_within_its_year_and_its_days_are_in_order(int opens, int closes, int answersBy, string? problem)
    {
        var year = FiscalYear.FromBuddhistEra(2570);

        var made = AppealWindow.Create(year, year.Start.AddDays(opens), year.Start.AddDays(closes), year.Start.AddDays(answersBy));

        Assert.Equal(problem, made.Problem?.Code);
        Assert.Equal(problem is null, made.Window is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void An_answer_needs_a_reason(string? why)
    {
        var situation = new AppealSituation(Window, Opens, false);
        var step = new CommentEvent(DateTimeOffset.UnixEpoch, AppealRole.Assessor, CommentAct.Decline, why);

        Assert.Equal("appeal-reason-missing", CommentMoves.Apply(Comments.Of(CommentState.Submitted), step, situation).Problem?.Code);
    }

    [Fact]
    public void Each_step_is_added_to_the_history()
    {
        var step = new CommentEvent(DateTimeOffset.UnixEpoch, AppealRole.Assessor, CommentAct.Decline, "no");

        var declined = CommentMoves.Apply(Comments.Of(CommentState.Submitted), step, new(Window, Opens, false)).Comment!;

        Assert.Equal((CommentState.Declined, step, step), (declined.State, declined.History[^1], declined.Answer));
    }

    private static string OutcomeOf(Combination one)
    {
        var (next, problem) = CommentMoves.Next(one.State, one.Act, one.Role, one.Situation);
        return next?.ToString() ?? problem!.Code;
    }

    private static IEnumerable<Combination> All() =>
        from state in Enum.GetValues<CommentState>().Cast<CommentState?>().Prepend(null)
        from role in Enum.GetValues<AppealRole>()
        from act in Enum.GetValues<CommentAct>()
        from phase in Enum.GetValues<AppealPhase>().Cast<AppealPhase?>().Prepend(null)
        from isPublished in new[] { false, true }
        select new Combination(act, role, state, isPublished, phase);

    private sealed record Combination(CommentAct Act, AppealRole Role, CommentState? State, bool IsPublished, AppealPhase? Phase)
    {
        public AppealSituation Situation => new(Phase is null ? null : Window, Day, IsPublished);

        private DateOnly Day => Phase switch
        {
            AppealPhase.NotYet => Opens.AddDays(-1),
            AppealPhase.Answering => Window.AnswersBy,
            AppealPhase.Over => Window.AnswersBy.AddDays(1),
            _ => Window.Closes,
        };
    }

    private sealed record Rule(string[] Acts, string[] Roles, string[] States, string[] Published, string[] Phases, string Outcome)
    {
        public static Rule Read(string line)
        {
            string[][] cells = [.. line.Split(',').Take(5).Select(cell => cell.Split('|'))];
            return new(cells[0], cells[1], cells[2], cells[3], cells[4], line.Split(',')[5]);
        }

        public bool Covers(Combination one) =>
            Has(Acts, $"{one.Act}") && Has(Roles, $"{one.Role}") && Has(States, one.State?.ToString() ?? "none")
            && Has(Published, one.IsPublished ? "yes" : "no") && Has(Phases, one.Phase?.ToString() ?? "none");

        private static bool Has(string[] cell, string value) => cell is ["*"] || cell.Contains(value);
    }
}
