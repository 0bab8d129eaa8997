using Ita.Domain.Analysis;
using Ita.Domain.Frameworks;
using Ita.Domain.Frameworks.Checks;
using Ita.Domain.Tests.Scoring;

namespace Ita.Domain.Tests.Analysis;

public class CrosswalkTests
{
    public static TheoryData<int> FirstYears => [.. All.Select(crosswalk => crosswalk.From.BuddhistEra)];

    [Theory, MemberData(nameof(FirstYears))]
    public void Every_item_of_both_years_is_paired_once_or_listed_as_unpaired(int year)
    {
        var crosswalk = From(year);

        Assert.Empty(
            CrosswalkChecks.FindFaults(crosswalk, FrameworkCatalogue.BuiltIn.Get(crosswalk.From), FrameworkCatalogue.BuiltIn.Get(crosswalk.To)));
    }

    [Theory]
    [InlineData(2564, "O34", null)] // a declaration became the no-gift policy
    [InlineData(2565, "O18", "O11")] // seed 003 still prints the old code
    [InlineData(2565, "O19", "O12")]
    [InlineData(2565, "O24", "O22")]
    [InlineData(2565, "I23", "I19")]
    [InlineData(2566, "O18", "O13")] // seed 000 still prints the old code
    [InlineData(2566, "O42", "O34")] // seed 002 prints both
    [InlineData(2566, "E13", "E9")]
    [InlineData(2566, "I8", null)]
    [InlineData(2567, "O4", "O3")] // contact and Q&A are one item in 2568
    [InlineData(2567, "O6", null)]
    [InlineData(2567, "I1", null)] // the survey items of 2568 are not known
    [InlineData(2568, "O10", "O10")]
    [InlineData(2568, "O11", null)] // service statistics are part of E-Service in 2569
    [InlineData(2568, "O27", "O25")]
    public void Follows_the_topic_and_not_the_code(int year, string earlier, string? later) =>
        Assert.Equal(later, From(year).Pairs.SingleOrDefault(pair => pair.From == earlier)?.To);

    [Fact]
    public void Checklist_items_of_the_same_name_are_always_partners()
    {
        foreach (var crosswalk in All)
        {
            var earlier = FrameworkCatalogue.BuiltIn.Get(crosswalk.From).Items.ToDictionary(item => item.Code, item => item.Text);
            foreach (var item in FrameworkCatalogue.BuiltIn.Get(crosswalk.To).Items
                .Where(item => item.Code[0] == 'O' && earlier.ContainsValue(item.Text)))
            {
                Assert.Equal(item.Text, earlier[crosswalk.Earlier(item.Code)!]);
            }
        }
    }

    [Fact]
    public void Faults_are_found()
    {
        var sound = From(2566);
        var broken = sound with
        {
            Pairs = [.. sound.Pairs.Skip(2), new("O1", "E1", Mark.Assumed, ""), new("O99", "O1", Mark.Assumed, "")],
        };

        var faults = CrosswalkChecks.FindFaults(broken, Sheets.FrameworkOf(2566), Sheets.FrameworkOf(2567)).Select(fault => fault.Text.En).ToList();

        Assert.Contains(faults, fault => fault.StartsWith("2566 has no item O99.", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("Item I1 of 2566 is neither paired nor listed.", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("O1 and E1 belong to different instruments.", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("The item of 2567 O1 is there twice.", StringComparison.Ordinal));
    }

    [Fact]
    public void Years_that_are_not_consecutive_have_no_crosswalk() =>
        Assert.Null(Sheets.FrameworkOf(2566).CrosswalkFrom(FiscalYear.FromBuddhistEra(2564)));

    private static IEnumerable<Crosswalk> All => FrameworkCatalogue.BuiltIn.All.Select(framework => framework.Crosswalk).OfType<Crosswalk>();

    private static Crosswalk From(int year) => All.First(crosswalk => crosswalk.From.BuddhistEra == year);
}
