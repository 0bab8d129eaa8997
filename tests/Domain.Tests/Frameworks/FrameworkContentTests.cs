using System.Text.Json;
using System.Text.Json.Nodes;
using Ita.Domain.Frameworks;

namespace Ita.Domain.Tests.Frameworks;

/// <summary>Compares the framework files with what is known of the years (docs/sources/public.md).</summary>
public class FrameworkContentTests
{
    private const string Weak = "ต้องปรับปรุงโดยด่วน";

    [Theory]
    [InlineData(2563, 0, 0, 0)]
    [InlineData(2564, 30, 15, 43)]
    [InlineData(2565, 30, 15, 43)]
    [InlineData(2566, 30, 15, 43)]
    [InlineData(2567, 15, 9, 35)]
    [InlineData(2568, 0, 0, 28)]
    [InlineData(2569, 0, 0, 26)]
    public void Has_as_many_items_as_the_year(int year, int iit, int eit, int oit)
    {
        var framework = Of(year);

        Assert.Equal([iit, eit, oit], framework.Instruments.Select(
            instrument => framework.Items.Count(item => item.Code.StartsWith(instrument.ItemPrefix, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData(2563, "")]
    [InlineData(2564, "9.1:9 9.2:8 9.3:7 9.4:4 9.5:5 10.1:8 10.2:2")]
    [InlineData(2565, "9.1:9 9.2:8 9.3:7 9.4:4 9.5:5 10.1:8 10.2:2")]
    [InlineData(2566, "9.1:10 9.2:8 9.3:4 9.4:4 9.5:4 10.1:8 10.2:5")]
    [InlineData(2567, "9.1:6 9.2:7 9.3:4 9.4:4 9.5:4 10.1:6 10.2:4")]
    [InlineData(2568, "9.1:4 9.2:7 9.3:2 9.4:3 9.5:4 10.1:4 10.2:4")]
    [InlineData(2569, "9.1:4 9.2:6 9.3:2 9.4:3 9.5:4 10.1:3 10.2:4")]
    public void Divides_its_checklist_into_sub_indicators(int year, string sizes)
    {
        var framework = Of(year);

        Assert.Equal(sizes, string.Join(' ', framework.SubIndicators.Select(
            sub => $"{sub.Code}:{framework.ItemsOf(sub.Indicator, sub.Code).Count()}")));
    }

    [Theory]
    [InlineData(2563, "IIT 30, EIT 30, OIT 40")]
    [InlineData(2564, "IIT 30, EIT 30, OIT 40")]
    [InlineData(2565, "IIT 30, EIT 30, OIT 40")]
    [InlineData(2566, "IIT 30, EIT 30 (EIT1 15, EIT2 15), OIT 40")]
    [InlineData(2567, "IIT 30, EIT 30 (EIT1 15, EIT2 15), OIT 40")]
    [InlineData(2568, "IIT 30, EIT 30 (EIT1 15, EIT2 15), OIT 40")]
    [InlineData(2569, "IIT 30, EIT 30 (EIT1 15, EIT2 15), OIT 40")]
    public void Weighs_its_instruments(int year, string weights) => Assert.Equal(weights, string.Join(", ", Of(year).Instruments.Select(
        instrument => instrument.Parts.IsEmpty
            ? $"{instrument.Code} {instrument.Weight.Value}"
            : $"{instrument.Code} {instrument.Weight.Value} "
                + $"({string.Join(", ", instrument.Parts.Select(part => $"{part.Code} {part.Weight.Value}"))})")));

    [Theory]
    [InlineData(2563, "AA 95, A 85 | B 75, C 65, D 55, E 50, F 0")]
    [InlineData(2564, "AA 95, A 85 | B 75, C 65, D 55, E 50, F 0")]
    [InlineData(2565, "AA 95, A 85 | B 75, C 65, D 55, E 50, F 0")]
    [InlineData(2566, "ผ่านดีเยี่ยม 95 (95), ผ่านดี 85 (85), ผ่าน 85 | ต้องปรับปรุง 70, " + Weak + " 0")]
    [InlineData(2567, "ผ่านดีเยี่ยม 95 (95), ผ่านดี 85 (85), ผ่าน 85 | ต้องปรับปรุง 70, " + Weak + " 0")]
    [InlineData(2568, "ผ่านดีเยี่ยม 95 (95), ผ่านดี 85 (85), ผ่าน 85 | ต้องปรับปรุง 70, " + Weak + " 0")]
    [InlineData(2569, "ผ่านดีเยี่ยม 95 (95), ผ่านดี 85 (85), ผ่าน 85 | ต้องปรับปรุง 70, " + Weak + " 0")]
    public void Rates_by_letters_and_later_by_names(int year, string bands)
    {
        var rating = Of(year).Rating;

        Assert.Equal(bands, $"{Told(rating, passes: true)} | {Told(rating, passes: false)}");
        Assert.Equal(85, rating.Target.Value);
    }

    [Theory]
    [InlineData(2563, "IIT 10% 30 4000>400, EIT 10% 30 4000>400")]
    [InlineData(2564, "IIT 10% 30 4000>400, EIT 10% 30 4000>400")]
    [InlineData(2565, "IIT 10% 30 4000>400, EIT 10% 30 4000>400")]
    [InlineData(2566, "IIT 10% 30 4000>400, EIT1 10% 30 4000>400, EIT2 20% of EIT1 20")]
    [InlineData(2567, "IIT 20% 30 2000>400, EIT1 20% 30 2000>400, EIT2 20% of EIT1 20")]
    [InlineData(2568, "")]
    [InlineData(2569, "")]
    public void Asks_for_samples(int year, string rules) => Assert.Equal(rules, string.Join(", ", Of(year).SampleRules.Select(Told)));

    [Fact]
    public void Issues_of_2566_are_the_102_rows_of_seed_003_and_the_one_of_seed_002()
    {
        var rows = Of(2566).Issues.SelectMany(issue => issue.Items.Select(item => (issue.Number, item))).ToList();

        Assert.Equal([18, 16, 14, 8, 13, 14, 20], Of(2566).Issues.Select(issue => issue.Items.Length));
        // Seed 003 omits O4; seed 002 has it under issue 1.
        Assert.Equal(102, rows.Except([(1, "O4")]).Count());
        Assert.Equal(103, rows.Count);
    }

    [Fact]
    public void Issues_reach_every_item_of_2566_and_2567() => Assert.All([2566, 2567], year => Assert.Empty(
        Of(year).Items.Select(item => item.Code).Except(Of(year).Issues.SelectMany(issue => issue.Items))));

    [Fact]
    public void Years_without_a_known_map_have_no_issues() =>
        Assert.All([2563, 2564, 2565], year => Assert.Empty(Of(year).Issues));

    [Fact]
    public void Every_year_has_the_same_ten_indicators() => Assert.All(FrameworkCatalogue.BuiltIn.All, framework => Assert.Equal(
        Of(2567).Indicators.Select(indicator => (indicator.Number, indicator.NameTh)),
        framework.Indicators.Select(indicator => (indicator.Number, indicator.NameTh))));

    [Fact]
    public void Facts_without_a_source_are_marked_as_assumed()
    {
        Assert.All(Of(2563).Instruments, instrument => Assert.Equal(Mark.Assumed, instrument.Weight.Mark));
        Assert.All(FrameworkCatalogue.BuiltIn.All, framework => Assert.Equal(Mark.Assumed, framework.NonProcessing.CountsAs.Mark));
        Assert.All(Of(2567).Issues, issue => Assert.Equal(Mark.Assumed, issue.Mark));
        // The names come from a seed document, the assignment of items does not, so the weaker mark is used.
        Assert.All(Of(2567).SubIndicators, sub => Assert.Equal(Mark.Assumed, sub.Mark));
        // Equal weights of the two parts are stated for 2567 only.
        Assert.All(Of(2566).Instruments[1].Parts, part => Assert.Equal(Mark.Assumed, part.Weight.Mark));
    }

    /// <summary>Counted in the files themselves, so that values without mark and source are found too.</summary>
    [Fact]
    public void Every_number_has_a_mark_and_a_source() => Assert.All(DataFiles.Names, name => Assert.DoesNotContain(
        Unfounded(JsonNode.Parse(DataFiles.Read(name)), founded: false), path => !IsNoFact(path)));

    private static Framework Of(int year) => FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(year));

    private static string Told(RatingScheme rating, bool passes) => string.Join(", ", rating.Bands
        .Where(band => band.Passes == passes)
        .Select(band => $"{band.Name} {band.TotalAtLeast.Value}"
            + (band.EveryInstrumentAtLeast is { } every ? $" ({every.Value})" : "")));

    private static string Told(SampleRule rule) =>
        FormattableString.Invariant($"{rule.Instrument} {rule.Share.Value * 100:0}%")
        + (rule.OfMinimumOf is null ? "" : $" of {rule.OfMinimumOf}")
        + $" {rule.AtLeast.Value}"
        + (rule.AboveThis is { } above ? $" {above.Value}>{rule.AboveNeeds!.Value}" : "");

    private static IEnumerable<string> Unfounded(JsonNode? node, bool founded) => node switch
    {
        JsonObject members => members.SelectMany(member =>
            Unfounded(member.Value, founded || (members.ContainsKey("mark") && members.ContainsKey("source")))),
        JsonArray elements => elements.SelectMany(element => Unfounded(element, founded)),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number && !founded => [value.GetPath()],
        _ => [],
    };

    // Numbers that are identifiers and need no source: the year, the number of a part, the indicators of an instrument.
    private static bool IsNoFact(string path) => path == "$.year"
        || path.EndsWith(".number", StringComparison.Ordinal)
        || path.Contains(".indicators[", StringComparison.Ordinal);
}
