using Ita.Domain.Scoring;
using Ita.Tests;

namespace Ita.Domain.Tests.Scoring;

public class AgencyScorerTests
{
    public static TheoryData<Example> Examples => [.. WorkedExamples.Read<Example>("Scoring")];

    [Theory, MemberData(nameof(Examples))]
    public void Reproduces_every_figure_of_the_worked_example(Example example)
    {
        var result = example.Result();

        var actual = example.Expected.Keys.ToDictionary(key => key, key => Shown(result.Node(key)));
        Assert.Equal(example.Expected, actual);
    }

    [Theory, MemberData(nameof(Examples))]
    public void States_how_each_figure_was_obtained(Example example)
    {
        var result = example.Result();

        var actual = example.Statuses.Keys.ToDictionary(key => key, key => result.Node(key).Status.ToString());
        Assert.Equal(example.Statuses, actual);
    }

    [Theory, MemberData(nameof(Examples))]
    public void Rates_and_states_what_blocks_the_next_rating(Example example)
    {
        var rating = example.Result().Rating;

        var next = (rating as RatingOutcome.Decided)?.Next;
        Assert.Equal(example.Band, rating.BandName);
        Assert.Equal(example.Next, next?.Band);
        Assert.Equal(example.Blocks, next is null ? [] : next.Blocks.Select<Shortfall, string>(Text));
    }

    [Theory, MemberData(nameof(Examples))]
    public void Finds_the_contradictions_of_the_example_and_no_others(Example example)
    {
        var findings = example.Result().Findings;

        Assert.Equal(example.Findings.Order(), findings.Select(finding => $"{finding.Code} {finding.Where}").Order());
        Assert.All(findings, finding => Assert.NotEqual("", finding.Text.Th + finding.Text.En));
    }

    [Fact]
    public void The_same_sheet_gives_the_same_tree()
    {
        var example = WorkedExamples.Read<Example>("Scoring").First(one => one.Year == 2566);

        Assert.Equal(Trace(example.Result()), Trace(example.Result()));
    }

    private static IEnumerable<string> Trace(AgencyResult result) => result.Total.SelfAndBelow()
        .Select(node => $"{node.Key}|{node.Score}|{node.Shown}|{node.Status}|{node.Formula}|{node.Reason?.Text}");

    private static string? Shown(ScoreNode node) => node.Shown?.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Text(Shortfall block) =>
        FormattableString.Invariant($"{block.What} {block.Score:0.00} < {block.Needed:0.##}");

    public sealed record Example(
        string Name,
        string Source,
        int Year,
        string? Rating,
        Dictionary<string, string> Scores,
        Dictionary<string, string?> Expected,
        Dictionary<string, string> Statuses,
        string? Band,
        string? Next,
        string[] Blocks,
        string[] Findings)
    {
        public AgencyResult Result() => Sheets.Scored(Sheets.Of(Year, Scores, Rating));

        public override string ToString() => Name;
    }
}
