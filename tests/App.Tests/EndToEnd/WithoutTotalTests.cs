using System.Text.Json;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Runs;

namespace Ita.App.Tests.EndToEnd;

/// <summary>Agencies without a total: one that did not register, one without an indicator, and one of which nothing was sent but a part.</summary>
[Collection(AppTests.Name)]
public sealed class WithoutTotalTests(RunningApp running)
{
    private const string Province = "ไม่มีคะแนนรวม";
    private const string Full = "90,90,90,90,90,90,90,90,90,90";

    [Fact]
    public async Task A_missing_indicator_leaves_a_range_and_names_itself()
    {
        await SentAsync();

        var result = await running.Api.ResultAsync(2564, "NT-GAP");

        Assert.Equal(("null", "bounded"), (result.Total(), result.GetProperty("totalStatus").GetString()));
        Assert.Equal((84.5953m, 90.6047m), (Trace(result, "low").GetDecimal(), Trace(result, "high").GetDecimal()));
        Assert.Contains("IND4", Trace(result, "reasonTextEn").GetString(), StringComparison.Ordinal);
        Assert.Equal(["A", "B"], result.GetProperty("ratingCandidates").EnumerateArray().Select(band => band.GetString()));
        Assert.Equal("null bounded", result.Instrument("IIT"));
        Assert.Equal("null noData", result.Indicator("4"));
    }

    [Fact]
    public async Task A_total_and_two_instruments_give_the_third_with_its_range()
    {
        await running.Api.SentAsync(
            "fiscal_year,agency_code,item,score\n2564,NT-THIRD,IIT,95\n2564,NT-THIRD,EIT,90\n2564,NT-THIRD,TOTAL,91.50\n", "third.csv");

        var result = await running.Api.ResultAsync(2564, "NT-THIRD");

        Assert.Equal("90.00 derived", result.Instrument("OIT"));
        var trace = result.GetProperty("instruments").GetProperty("OIT").GetProperty("trace");
        Assert.Equal((89.98m, 90.02m), (trace.GetProperty("low").GetDecimal(), trace.GetProperty("high").GetDecimal()));
    }

    [Fact]
    public async Task A_summary_lists_agencies_without_data_apart_from_those_not_processed()
    {
        await SentAsync();

        var summary = await running.Api.JsonAsync($"summaries/2564?province={Province}");

        Assert.Equal(["NT-OUT"], Codes(summary, "notProcessed"));
        Assert.Equal(["NT-GAP", "NT-ONE"], Codes(summary, "noData"));
        Assert.Empty(Codes(summary, "withheld"));
    }

    [Fact]
    public async Task A_ranking_counts_them_apart_on_the_page_too()
    {
        await SentAsync();

        var ranking = await running.Api.JsonAsync($"rankings/2564?province={Province}");
        using var page = await running.App.Public.GetAsync($"/api/app/rankings/2564?province={Uri.EscapeDataString(Province)}");

        Assert.Equal(
            (4, 1, 2, 0),
            (Count(ranking, "agencies"), Count(ranking, "notProcessed"), Count(ranking, "noData"), Count(ranking, "withheld")));
        Assert.Contains(
            "(ไม่ประมวลผล 1 หน่วยงาน ไม่มีข้อมูลหรือข้อมูลไม่ครบ 2 หน่วยงาน)",
            System.Net.WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_skips_them_for_different_reasons()
    {
        await SentAsync();

        var run = await running.Api.StartedAsync("""{"fiscalYear":2564,"scope":{"agencies":["NT-OUT","NT-GAP","NT-ONE"]},"kinds":["analysis"]}""");

        await running.Api.FinishedAsync(run.Id());
        Assert.Equal(
            ["NT-GAP no-data", "NT-ONE no-data", "NT-OUT not-processed"],
            (await running.Api.ManifestAsync(run.Id())).Select(line => $"{line.Agency} {line.Reason}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_pages_of_the_results_use_different_words()
    {
        await SentAsync();

        Assert.Contains("84.60 – 90.60", await PageAsync("NT-GAP"), StringComparison.Ordinal);
        Assert.Contains("<dt>คะแนนรวม</dt><dd>ไม่ประมวลผล</dd>", await PageAsync("NT-OUT"), StringComparison.Ordinal);
        Assert.DoesNotContain("ไม่มีข้อมูล", (await PageAsync("NT-OUT")).Split("คะแนนตามตัวชี้วัด")[0], StringComparison.Ordinal);
        Assert.DoesNotContain("ไม่ประมวลผล", await PageAsync("NT-GAP"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_description_of_the_API_lists_every_status()
    {
        using var answer = await running.App.Public.GetAsync("/api/openapi/v1.json");

        var schemas = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("components").GetProperty("schemas");
        var statuses = schemas.GetProperty("ScoreStatus").GetProperty("enum").EnumerateArray().Select(value => value.GetString());
        Assert.Equal(["computed", "published", "given", "derived", "bounded", "notProcessed", "noData", "withheld"], statuses);
    }

    private async Task SentAsync()
    {
        await running.Api.SentAsync(
            $"fiscal_year,agency_code,agency_name,province,registered\n2564,NT-OUT,ตัวอย่าง,{Province},0\n", "not-registered.csv");
        await running.Api.SentAsync(
            "fiscal_year,agency_code,province,ind1,ind2,ind3,ind4,ind5,ind6,ind7,ind8,ind9,ind10\n"
            + $"2564,NT-OUT,{Province},{Full}\n2564,NT-GAP,{Province},90,90,90,,90,90,90,90,90,90\n"
            + $"2564,NT-ONE,{Province},90,,,,,,,,,\n2564,NT-ALL,{Province},{Full}\n",
            "without-total.csv");
    }

    private async Task<string> PageAsync(string agency)
    {
        using var page = await running.App.Public.GetAsync($"/api/app/results/2564/{agency}");
        return System.Net.WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
    }

    private static JsonElement Trace(JsonElement result, string name) => result.GetProperty("trace").GetProperty(name);

    private static int Count(JsonElement ranking, string name) => ranking.GetProperty(name).GetInt32();

    private static IEnumerable<string?> Codes(JsonElement summary, string list) =>
        summary.GetProperty(list).EnumerateArray().Select(agency => agency.GetProperty("agencyCode").GetString()).Order(StringComparer.Ordinal);
}
