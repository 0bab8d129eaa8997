using Ita.Domain.Responses;

namespace Ita.Domain.Tests.Responses;

public class QualityFlagsTests
{
    private static readonly QuestionList Old = Surveys.Of(2566, "IIT");
    private static readonly QuestionList New = Surveys.Of(2567, "IIT");
    private static readonly DateOnly Day = new(2024, 4, 1);

    [Theory]
    [InlineData(2566, 1, true)]
    [InlineData(2566, 3, true)]
    [InlineData(2566, 4, true)]
    [InlineData(2567, 1, false)]
    [InlineData(2567, 4, true)]
    [InlineData(2567, 6, false)]
    public void The_same_option_throughout_is_a_straight_line_unless_it_can_be_an_opinion(int year, int option, bool isMarked)
    {
        var list = Surveys.Of(year, "IIT");

        Assert.Equal(isMarked ? 1 : 0, Count(list, "straight-line", [Surveys.Straight(list, option)]));
    }

    [Fact]
    public void Every_flag_has_a_name_of_its_own_and_says_what_to_do_in_both_languages()
    {
        var meter = SampleMeter.Measure(Old.Framework, "IIT", new Agency(Old.Framework.Year, "A"), 0);
        ImmutableArray<QualityFlag> flags = [.. QualityFlags.Compute(Old, []).Flags, .. PopulationFlags.Compute(Old.Framework, meter, [])];

        Assert.Equal(7, flags.Select(flag => flag.Name.Th).Distinct().Count());
        Assert.Equal(7, flags.Select(flag => flag.Advice.Th).Distinct().Count());
        Assert.All(flags, flag => Assert.DoesNotContain('{', flag.Name.Th + flag.Name.En + flag.Advice.Th + flag.Advice.En));
        Assert.All(flags, flag => Assert.True(flag.Name.En.Length > 0 && flag.Advice.En.Length > 0));
    }

    [Fact]
    public void A_sheet_with_one_different_answer_is_not_a_straight_line() =>
        Assert.Equal(0, Count(Old, "straight-line", [Surveys.Straight(Old, 3).With(Old, "I1", 2)]));

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 0)]
    [InlineData(11, 11)]
    public void Sheets_with_only_best_answers_are_marked_when_they_are_more_than_half(int best, int marked) => Assert.Equal(
        marked, Count(New, "all-best", [.. Many(best, Surveys.Best(New)), .. Varied(New, 20 - best)]));

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 10)]
    [InlineData(11, 11)]
    public void Shares_are_not_judged_with_fewer_than_ten_sheets(int best, int marked) =>
        Assert.Equal(marked, Count(New, "all-best", Many(best, Surveys.Best(New))));

    [Fact]
    public void Sheets_sent_too_fast_are_counted() => Assert.Equal(
        2, Count(New, "too-fast", [.. Varied(New, 8), .. Varied(New, 2).Select(sheet => sheet with { Marks = SheetMarks.AnsweredFast })]));

    [Theory]
    [InlineData(5, 2, 9, 0)]
    [InlineData(5, 2, 10, 0)]
    [InlineData(5, 2, 11, 11)]
    [InlineData(5, 1, 9, 0)]
    [InlineData(5, 1, 10, 10)]
    [InlineData(4, 1, 50, 0)]
    public void A_day_far_above_the_usual_is_a_burst(int otherDays, int sheetsEach, int sheetsOnTheDay, int marked)
    {
        var sheets = Enumerable.Range(1, otherDays)
            .SelectMany(day => Varied(New, sheetsEach).Select(sheet => new ReceivedSheet(sheet, Day.AddDays(day))))
            .Concat(Varied(New, sheetsOnTheDay).Select(sheet => new ReceivedSheet(sheet, Day)));

        Assert.Equal(marked, Flag(QualityFlags.Compute(New, [.. sheets]), "burst").Count);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 3)]
    [InlineData(4, 4)]
    public void Three_identical_sheets_with_unusual_answers_are_copies(int copies, int marked) => Assert.Equal(
        marked, Count(Old, "copies", [.. Varied(Old, 60), .. Many(copies, Surveys.Chance(Old, new Random(1)))]));

    [Fact]
    public void A_pattern_of_nearly_all_sheets_is_still_found() => Assert.Equal(
        100, Count(Old, "copies", [.. Varied(Old, 20), .. Many(100, Surveys.Chance(Old, new Random(1)))]));

    [Fact]
    public void A_pattern_of_all_sheets_is_found() =>
        Assert.Equal(50, Count(Old, "copies", Many(50, Surveys.Chance(Old, new Random(1)))));

    /// <summary>Honest sheets of people who mostly give the best answers: many are identical, and none is marked.</summary>
    [Fact]
    public void Sheets_identical_because_people_agree_are_not_copies()
    {
        var random = new Random(2566);
        var alike = 0;
        for (var round = 0; round < 60; round++)
        {
            var list = round % 2 == 0 ? Old : New;
            var sheets = Enumerable.Range(0, 150).Select(_ => Content(list, random)).ToImmutableArray();

            alike += sheets.GroupBy(sheet => sheet.Answers).Count(group => group.Count() >= 3 && !SheetShape.IsAllBest(list, group.First()));
            Assert.Equal(0, Count(list, "copies", sheets));
        }

        Assert.True(alike > 100, $"{alike}");
    }

    [Fact]
    public void Sheets_with_only_best_answers_are_not_copies() =>
        Assert.Equal(0, Count(Old, "copies", [.. Varied(Old, 20), .. Many(30, Surveys.Best(Old))]));

    [Fact]
    public void Every_flag_is_listed_and_explained_even_when_it_is_not_raised()
    {
        var none = QualityFlags.Compute(New, []);

        Assert.Equal(["straight-line", "all-best", "too-fast", "burst", "copies"], none.Flags.Select(flag => flag.Code));
        Assert.All(none.Flags, flag => Assert.False(flag.IsRaised));
        Assert.All(none.Flags, flag => Assert.Matches("^0 จาก 0", flag.Text.Th));
    }

    [Fact]
    public void The_shadow_score_excludes_marked_sheets_and_the_official_score_includes_them()
    {
        var good = Many(30, Surveys.Best(Old));
        var straight = Many(10, Surveys.Straight(Old, 3));
        var sheets = Received([.. good, .. straight]);
        var flags = QualityFlags.Compute(Old, sheets, new(AllBestShare: 1));

        var score = ShadowScore.Compute(Old, sheets, flags);

        Assert.Equal((40, 10, 100m), (score.Sheets, score.Marked, score.Shadow));

        // 30 sheets give 100. The ten straight ones give 67, so an item has (30 x 100 + 10 x 67) / 40 = 91.75; 33 where the question is
        // negative, 83.25; and 100 where it has two options.
        // IND1: 3 items at 91.75 and 3 at 100, 95.875. IND2 and IND3: 3 at 91.75 and 3 at 83.25, 87.50. IND4: 4 and 2, 88.9167.
        // IND5: 91.75. (95.875 + 87.50 + 87.50 + 88.9167 + 91.75) / 5 = 90.3083.
        Assert.Equal(90.31m, score.Official);
    }

    [Theory]
    [InlineData(40, 0, true)]
    [InlineData(40, 4, false)]
    [InlineData(40, 5, true)]
    [InlineData(40, 35, true)]
    [InlineData(40, 36, false)]
    [InlineData(40, 40, true)]
    public void Both_scores_are_published_when_they_differ_by_five_sheets_or_more(int sheets, int marked, bool mayBeTold) =>
        Assert.Equal(mayBeTold, new ShadowScore(90, 91, sheets, marked).CanBePublished());

    /// <summary>
    /// Mostly the best answers; two questions have many worse answers, and less satisfied respondents are so in several questions.
    /// </summary>
    private static AnswerSheet Content(QuestionList list, Random random)
    {
        var discontent = Math.Pow(random.NextDouble(), 6);
        return Surveys.Sheet(list, question =>
        {
            var best = question.Options.Single(option => option.Units == question.BestUnits).Number;
            var displeased = question.Place is 3 or 8 ? Math.Max(discontent, 0.4) : discontent;
            return random.NextDouble() < displeased ? random.Next(question.Options.Length) + 1 : best;
        });
    }

    private static int Count(QuestionList list, string code, IEnumerable<AnswerSheet> sheets) =>
        Flag(QualityFlags.Compute(list, Received([.. sheets])), code).Count;

    private static QualityFlag Flag(QualityFlags flags, string code) => flags.Flags.Single(flag => flag.Code == code);

    private static ImmutableArray<ReceivedSheet> Received(ImmutableArray<AnswerSheet> sheets) =>
        [.. sheets.Select(sheet => new ReceivedSheet(sheet, Day))];

    private static IEnumerable<AnswerSheet> Many(int count, AnswerSheet sheet) => Enumerable.Repeat(sheet, count);

    private static IEnumerable<AnswerSheet> Varied(QuestionList list, int count)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(_ => Surveys.Chance(list, random))];
    }
}
