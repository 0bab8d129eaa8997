using System.Text.Json;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.EndToEnd;

/// <summary>A ranking computed from the table of results equals one that compares every total with every
/// other.</summary>
[Collection(AppTests.Name)]
public sealed class RankingsTests(RunningApp running)
{
    private const string Province = "จัดอันดับ";

    // With many equal totals, and three agencies without a total.
    private static readonly IReadOnlyList<(string Code, string Type, decimal? Total)> Agencies =
    [
        .. Enumerable.Range(0, 60)
            .Select(number => (Code(number), number % 3 == 0 ? "กอง" : "กลุ่ม", number % 20 == 7 ? (decimal?)null : 70m + (number * 7 % 23) + 0.25m)),
    ];

    [Fact]
    public async Task Every_rank_and_percentile_is_that_of_an_independent_computation()
    {
        await SentAsync();
        foreach (var type in new[] { null, "กอง", "กลุ่ม" })
        {
            var ranking = await running.Api.JsonAsync(Path(type is null ? "" : $"&type={type}"));
            var group = Agencies.Where(agency => type is null || agency.Type == type).ToList();

            Assert.Equal((group.Count, group.Count(agency => agency.Total is null)), (Number(ranking, "agencies"), Number(ranking, "noData")));
            Assert.Equal((0, 0), (Number(ranking, "notProcessed"), Number(ranking, "withheld")));
            Assert.Equal(Independent(group), Lines(ranking));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(56)]
    [InlineData(57)]
    [InlineData(58)]
    [InlineData(1000)]
    public async Task Its_pages_together_are_the_complete_ranking(int size)
    {
        await SentAsync();
        var whole = Lines(await running.Api.JsonAsync(Path()));
        var pages = new List<string>();
        for (int? page = 1; page is not null;)
        {
            var one = await running.Api.JsonAsync(Path($"&pageSize={size}&page={page}"));
            var lines = Lines(one);
            Assert.InRange(lines.Count, 1, size);
            pages.AddRange(lines);
            page = one.GetProperty("next").ValueKind == JsonValueKind.Null ? null : one.GetProperty("next").GetInt32();
        }

        Assert.Equal(whole, pages);
    }

    [Fact]
    public async Task The_place_of_one_agency_in_its_province_and_type_follows_the_same_rules()
    {
        await SentAsync();
        var (code, type, total) = Agencies[4];
        var stands = await running.Api.JsonAsync($"rankings/2563/{code}");

        var groups = stands.GetProperty("groups").EnumerateArray().ToDictionary(group => group.GetProperty("among").GetString()!);
        Assert.Equal(Expected(Agencies, total), Group(groups["province"]));
        Assert.Equal(Expected([.. Agencies.Where(agency => agency.Type == type)], total), Group(groups["typeInProvince"]));
        Assert.True(Number(groups["nation"], "agencies") >= Agencies.Count);
    }

    [Fact]
    public async Task A_place_has_the_median_of_its_group_and_the_ranks_that_rounding_leaves_open()
    {
        await SentAsync();
        var (code, _, total) = Agencies[4];

        var groups = (await running.Api.JsonAsync($"rankings/2563/{code}")).GetProperty("groups").EnumerateArray();
        var province = groups.Single(group => group.GetProperty("among").GetString() == "province");

        var totals = Agencies.Select(agency => agency.Total).OfType<decimal>().Order().ToList();
        var median = (totals[(totals.Count - 1) / 2] + totals[totals.Count / 2]) / 2;
        Assert.Equal((median, total - median), (province.GetProperty("median").GetDecimal(), province.GetProperty("aboveMedian").GetDecimal()));
        var rank = Number(province, "rank");
        Assert.Equal((rank, rank + totals.Count(other => other == total) - 1), (Number(province, "rankFrom"), Number(province, "rankTo")));
    }

    // Ten small bodies of one type, and a large one.
    [Fact]
    public async Task An_agency_is_compared_with_those_of_its_type_and_size_when_its_staff_is_stated()
    {
        var rows = Enumerable.Range(0, 11).Select(number => string.Create(
            CultureInfo.InvariantCulture, $"2563,SIZE{number:00},ขนาด,{(number == 10 ? 200 : 49 - number)},{70 + number}.00")).ToList();
        await running.Api.SentAsync(
            "fiscal_year,agency_code,agency_type,internal_staff\n" + string.Join('\n', rows.Select(row => row[..row.LastIndexOf(',')])) + "\n",
            "sizes.csv");
        await running.Api.SentAsync(
            "fiscal_year,agency_code,item,score\n"
                + string.Join('\n', rows.Select(row => $"2563,{row.Split(',')[1]},TOTAL,{row.Split(',')[4]}")) + "\n",
            "size-totals.csv");

        var small = await SizeGroupAsync("SIZE03");
        var large = await SizeGroupAsync("SIZE10");

        Assert.Equal(("small", 10, "74.50"), (small.GetProperty("name").GetString(), Number(small, "scored"), $"{small.GetProperty("median"):0.00}"));
        Assert.Equal(("large", 1), (large.GetProperty("name").GetString(), Number(large, "scored")));
        Assert.Equal(JsonValueKind.Null, large.GetProperty("median").ValueKind);
        using var page = new PageClient(running.App.Host.Address);
        var text = (await page.GetAsync("/results/2563/SIZE03")).Text;
        Assert.Contains("ขนาดใกล้กัน (เจ้าหน้าที่น้อยกว่า 50 คน)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("200 คนขึ้นไป", (await page.GetAsync("/results/2563/SIZE10")).Text, StringComparison.Ordinal);
    }

    private async Task<JsonElement> SizeGroupAsync(string code) => (await running.Api.JsonAsync($"rankings/2563/{code}"))
        .GetProperty("groups").EnumerateArray().Single(group => group.GetProperty("among").GetString() == "typeAndSize");

    [Theory]
    [InlineData("PLACE0", "", "", "nation")]
    [InlineData("PLACE1", "กอง", "", "nation type")]
    [InlineData("PLACE2", "", "จัดอันดับอีก", "nation province")]
    [InlineData("PLACE3", "กอง", "จัดอันดับอีก", "nation province type typeInProvince")]
    public async Task An_agency_without_a_type_or_a_province_is_in_no_group_of_it(string code, string type, string province, string groups)
    {
        await running.Api.SentAsync(
            $"fiscal_year,agency_code,agency_type,province,item,score\n2563,{code},{type},{province},TOTAL,80.00\n", "place.csv");

        var place = await running.Api.JsonAsync($"rankings/2563/{code}");

        Assert.Equal(groups, string.Join(' ', place.GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("among").GetString())));
    }

    [Theory]
    [InlineData("&pageSize=0")]
    [InlineData("&pageSize=1001")]
    [InlineData("&pageSize=10&page=0")]
    public async Task An_impossible_page_is_refused(string page)
    {
        using var answer = await running.Api.GetAsync(Path(page));

        Assert.Equal("page-invalid", (await Caller.JsonAsync(answer)).GetProperty("code").GetString());
    }

    private async Task SentAsync()
    {
        var rows = Agencies.Select(agency => string.Create(
            CultureInfo.InvariantCulture,
            $"2563,{agency.Code},{agency.Type},{Province},{(agency.Total is null ? "IND1" : "TOTAL")},{agency.Total ?? 80m:0.00}"));
        await running.Api.SentAsync(string.Join('\n', rows.Prepend("fiscal_year,agency_code,agency_type,province,item,score")) + "\n", "ranking.csv");
    }

    private static IReadOnlyList<string> Independent(IReadOnlyList<(string Code, string Type, decimal? Total)> group) =>
    [
        .. group.Where(agency => agency.Total is not null)
            .OrderByDescending(agency => agency.Total).ThenBy(agency => agency.Code, StringComparer.Ordinal)
            .Select(agency => $"{Expected(group, agency.Total)} {agency.Code}"),
    ];

    // "rank percentile", computed by comparing each total with every other.
    private static string Expected(IReadOnlyList<(string Code, string Type, decimal? Total)> group, decimal? total)
    {
        var totals = group.Where(agency => agency.Total is not null).Select(agency => agency.Total!.Value).ToList();
        var lower = totals.Count(other => other < total) + (totals.Count(other => other == total) / 2m);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{1 + totals.Count(other => other > total)} {Math.Round(100 * lower / totals.Count, 2, MidpointRounding.AwayFromZero):0.00}");
    }

    private static IReadOnlyList<string> Lines(JsonElement ranking) =>
        [.. ranking.GetProperty("ranking").EnumerateArray().Select(row => $"{Group(row)} {row.GetProperty("agencyCode").GetString()}")];

    private static string Group(JsonElement row) =>
        string.Create(CultureInfo.InvariantCulture, $"{Number(row, "rank")} {row.GetProperty("percentile").GetDecimal():0.00}");

    private static int Number(JsonElement row, string name) => row.GetProperty(name).GetInt32();

    private static string Path(string more = "") => $"rankings/2563?province={Province}{more}";

    private static string Code(int number) => string.Create(CultureInfo.InvariantCulture, $"RANK{number:00}");
}
