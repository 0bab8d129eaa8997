using Ita.Domain.Scoring;

namespace Ita.Domain.Tests.Scoring;

/// <summary>Published figures with missing children: whether some values of the missing ones are possible (docs/sources/seed-002.md).</summary>
public class ReachTests
{
    private const string Indicators = "IND2=91.44 IND3=93.50 IND4=90.72 IND5=91.38 IND6=92.33 IND7=91.81 IND8=90.23 IND10=100.00 ";
    private const string Items = "I7=86.92 I8=81.08 I9=93.33 I13=91.51 I14=90.55 I15=90.54 I19=87.62 I20=87.30 I21=86.44 I24=89.45 I27=90.47 ";

    [Fact]
    public void In_seed_002_only_the_total_is_impossible_and_its_bounds_are_named()
    {
        var findings = Sheets.Scored(Sheets.Of(2566, Indicators + Items + "TOTAL=96.52")).Findings;

        var finding = Assert.Single(findings, finding => finding.Code != "item-missing");
        Assert.Equal(("not-reachable", "TOTAL", "96.52"), (finding.Code, finding.Where, finding.Actual));
        Assert.EndsWith("-95.46", finding.Expected, StringComparison.Ordinal);
    }

    [Theory]
    // Six items at 91.44 sum to 548.64: with the other three at 100, the given ones need 248.64.
    [InlineData("I7=82.00 I8=82.00 I9=84.64", false)]
    [InlineData("I7=82.00 I8=82.00 I9=84.54", true)]
    public void The_given_items_can_make_a_high_indicator_impossible(string items, bool found)
    {
        var findings = Sheets.Scored(Sheets.Of(2566, "IND2=91.44 " + items)).Findings;

        Assert.Equal(found, findings.Any(finding => finding is { Code: "not-reachable", Where: "IND2" }));
    }

    [Fact]
    public void The_given_items_can_make_a_low_indicator_impossible() => Assert.Contains(
        Sheets.Scored(Sheets.Of(2566, "IND2=40.00 I7=100.00 I8=100.00 I9=100.00")).Findings,
        finding => finding is { Code: "not-reachable", Where: "IND2" });

    [Theory]
    // Indicator 10 of 2566 without O43: with it failed 90.00, with it met 100.00.
    [InlineData("90.00", "item-derived O43")]
    [InlineData("100.00", "item-derived O43")]
    [InlineData("95.00", "not-reachable-by-points IND10, item-missing O43")]
    [InlineData("89.99", "not-reachable IND10, item-missing O43")]
    public void One_missing_checklist_item_allows_only_the_figures_of_its_points(string published, string expected)
    {
        var items = string.Join(' ', Enumerable.Range(31, 12).Select(number => $"O{number}=100"));

        var findings = Sheets.Scored(Sheets.Of(2566, $"{items} IND10={published}")).Findings;

        Assert.Equal(expected.Split(", ").Order(), findings.Select(finding => $"{finding.Code} {finding.Where}").Order());
        Assert.All(findings.Where(finding => finding.Code == "not-reachable-by-points"), finding => Assert.Equal("90.00 / 100.00", finding.Expected));
    }

    [Theory]
    [InlineData("IIT=97.88 EIT=82.88 OIT=100.00 TOTAL=94.23", "")]
    [InlineData("IIT=97.98 EIT=82.88 OIT=100.00 TOTAL=94.23", "published-differs IIT")]
    public void Seed_001_is_consistent_and_an_error_in_one_instrument_is_found_there_only(string published, string expected)
    {
        const string Seed = "IND1=98.68 IND2=97.72 IND3=98.19 IND4=96.30 IND5=98.50 IND6=85.38 IND7=81.22 IND8=82.05 IND9=100.00 IND10=100.00 ";

        var findings = Sheets.Scored(Sheets.Of(2565, Seed + published, "A")).Findings;

        Assert.Equal(expected, string.Join(", ", findings.Select(finding => $"{finding.Code} {finding.Where}")));
    }
}
