using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ita.App.Rankings;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.EndToEnd;

/// <summary>Exported files open in a spreadsheet program and can be uploaded again without a change.</summary>
[Collection(AppTests.Name)]
public sealed class ExportsTests(RunningApp running)
{
    [Fact]
    public async Task Exported_items_of_an_agency_can_be_imported_exactly()
    {
        await running.Api.SentAsync(ScoreFile.Sample("2566-scores-ekkarat.csv"), "ekkarat.csv");
        var before = await running.Api.ResultAsync(2566, "06150502");

        var csv = await TextAsync("results/2566/06150502?format=csv");
        var upload = await running.Api.SentAsync(csv.Replace("06150502", "COPY", StringComparison.Ordinal), "copy.csv");

        Assert.NotEqual("refused", upload.Status());
        Assert.Equal(Figures(before), Figures(await running.Api.ResultAsync(2566, "COPY")));
    }

    [Fact]
    public async Task Exported_items_imported_again_create_no_new_version()
    {
        // The name contradicts the code, and the score has more decimals than are shown.
        await running.Api.SentAsync(
            "fiscal_year,agency_code,item,name,score,respondents\n2566,00BACK,IND4,การใช้งบประมาณ,80,\n"
                + "2566,00BACK,I1,,66.666666666666666666666666667,3\n2566,00BACK,es1,,70,\n",
            "back.csv");
        var before = await running.Api.ResultAsync(2566, "00BACK");

        var upload = await running.Api.SentAsync(await TextAsync("results/2566/00BACK?format=csv"), "back-again.csv");

        Assert.Contains(
            before.GetProperty("findings").EnumerateArray(),
            finding => finding.GetProperty("code").GetString() == "indicator-name-differs");
        Assert.Equal(("accepted", 0), (upload.Status(), upload.GetProperty("counts").GetProperty("resultsChanged").GetInt32()));
    }

    [Fact]
    public async Task Exported_results_of_a_year_are_imported_with_the_same_totals()
    {
        await running.Api.SentAsync(ScoreFile.Sample("2567-indicators.csv"), "2567.csv");
        var csv = await TextAsync("results/2567?format=csv");
        Assert.StartsWith("\ufeff\"fiscal_year\",\"agency_code\"", csv, StringComparison.Ordinal);

        var row = csv.Split("\r\n").Single(line => line.Contains("06471804", StringComparison.Ordinal));
        await running.Api.SentAsync($"{csv.Split("\r\n")[0]}\r\n{row.Replace("06471804", "COPY67", StringComparison.Ordinal)}\r\n", "copy67.csv");

        var copy = await running.Api.ResultAsync(2567, "COPY67");
        Assert.Equal(("96.74", "ผ่านดี"), (copy.Total(), copy.Rating()));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("＝1+1")]
    public async Task A_name_that_is_a_formula_is_exported_as_text(string name)
    {
        await running.Api.SentAsync($"fiscal_year,agency_code,agency_name,item,score\n2563,FORMULA,{name},TOTAL,80.00\n", "formula.csv");

        Assert.Contains($"\"'{name}\"", await TextAsync("rankings/2563?format=csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Equal_totals_share_a_rank_and_the_ranking_states_its_basis()
    {
        await running.Api.SentAsync(
            "fiscal_year,agency_code,province,item,score\n2564,R1,Ranked,TOTAL,90\n2564,R2,Ranked,TOTAL,80.5\n"
                + "2564,R3,Ranked,TOTAL,80.50\n2564,R4,Ranked,TOTAL,70\n",
            "ranked.csv");

        var ranking = await running.Api.JsonAsync("rankings/2564?province=Ranked");

        Assert.Equal([1, 2, 2, 4], ranking.GetProperty("ranking").EnumerateArray().Select(row => row.GetProperty("rank").GetInt32()));
        Assert.NotEqual("", ranking.GetProperty("basis").GetString());
    }

    [Fact]
    public async Task The_published_schema_names_every_member_of_a_result()
    {
        await running.Api.SentAsync(ScoreFile.Whole("SCHEMA", 77m), "schema.csv");
        var schema = await running.Api.JsonAsync("schemas/result.json");
        var result = await running.Api.ResultAsync(2565, "SCHEMA");

        var described = schema.GetProperty("properties").EnumerateObject().Select(member => member.Name).ToHashSet();
        Assert.Equal(result.EnumerateObject().Select(member => member.Name).Order(), described.Order());
    }

    [Theory]
    [InlineData("result")]
    [InlineData("diff")]
    [InlineData("dry-run")]
    public async Task A_published_schema_says_that_scores_are_numbers_and_its_object_is_one(string name)
    {
        var schema = await running.Api.JsonAsync($"schemas/{name}.json");

        Assert.Equal("object", schema.GetProperty("type").GetString());
        Assert.DoesNotContain("[\"string\",\"number\"", schema.GetRawText().Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private async Task<string> TextAsync(string path)
    {
        using var answer = await running.Api.GetAsync(path);
        return Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
    }

    // All scores, without the places they were read from and without names of the version.
    private static string Figures(JsonElement result) => string.Join('\n',
        result.GetProperty("instruments").EnumerateObject().Select(instrument =>
            $"{instrument.Name} {instrument.Value.GetProperty("trace").GetProperty("exact")} {instrument.Value.GetProperty("status")}")
            .Concat(result.GetProperty("indicators").EnumerateArray().Select(indicator => $"{indicator.GetProperty("number")} "
                + $"{indicator.GetProperty("trace").GetProperty("exact")} {indicator.GetProperty("items").GetArrayLength()}"))
            .Append($"{result.Total()} {result.Rating()}"));
}
