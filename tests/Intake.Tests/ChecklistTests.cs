using Ita.Domain.Scoring;
using Ita.Intake.Headers;

namespace Ita.Intake.Tests;

public class ChecklistTests
{
    private const string Header = "fiscal_year,agency_code,item,score,url,comment\n";

    private static Task<IntakeOutcome> Read(string row) => Uploads.Read(Header + "2566,B2,O1,0,,\n" + row + "\n", new() { BadRowShare = 1 });

    [Fact]
    public async Task A_row_is_a_score_with_its_evidence()
    {
        var outcome = await Read("2566,A1,o๑๘,100, https://a.go.th/x ,ครบถ้วน");

        Assert.Empty(outcome.Problems);
        Assert.Equal(FileKind.Checklist, outcome.Kind);
        Assert.Equal(100, outcome.Sheets.First().Scores[new ScoreKey("O18")].Score);
        Assert.Equal(("A1", "O18", "https://a.go.th/x", "ครบถ้วน", 3), Fields(Assert.Single(outcome.Evidence)));
    }

    [Theory]
    [InlineData("50")]
    [InlineData("99.99")]
    public async Task An_impossible_score_is_refused_with_the_possible_ones(string score)
    {
        var problem = (await Read($"2566,A1,O1,{score},,")).Error("score-not-allowed");

        Assert.Equal((3, "score", score), (problem.Line, problem.Column, problem.Value));
        Assert.Contains("0, 100", problem.Text.Th, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I1")]
    [InlineData("IND9")]
    [InlineData("9.1")]
    [InlineData("OIT")]
    [InlineData("RATING")]
    public async Task Only_checklist_items_are_accepted(string item) =>
        Assert.Equal(item, (await Read($"2566,A1,{item},100,,")).Error("item-not-checklist").Value);

    [Theory]
    [InlineData("www.a.go.th")]
    [InlineData("ftp://a.go.th")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https:///x")]
    [InlineData("นาย ก โทร 0812345678")]
    public async Task An_unusable_address_is_a_warning_that_does_not_repeat_it(string url)
    {
        var outcome = await Read($"2566,A1,O1,100,{url},");

        var problem = outcome.Only("url-unusable");
        Assert.Null(problem.Value);
        Assert.DoesNotContain(url, problem.Text.Th + problem.Text.En, StringComparison.Ordinal);
        Assert.Equal(url, Assert.Single(outcome.Evidence).Url);
    }

    [Fact]
    public async Task A_cell_may_hold_several_addresses() =>
        Assert.Empty((await Read("2566,A1,O1,100,\"https://a.go.th/1\nhttps://a.go.th/2\",")).Problems);

    [Fact]
    public async Task Evidence_of_an_agency_with_a_bad_row_does_not_count() =>
        Assert.Empty((await Read("2566,A1,O1,100,https://a.go.th,x\n2566,A1,O2,1,,")).Evidence);

    [Fact]
    public async Task Without_address_and_comment_the_same_rows_are_scores() =>
        Assert.Equal(FileKind.Scores, (await Uploads.Scores("2566,A1,O1,100")).Kind);

    private static (string Agency, string Item, string? Url, string? Comment, int Line) Fields(Evidence seen) =>
        (seen.AgencyCode, seen.Item, seen.Url, seen.Comment, seen.Line);
}
