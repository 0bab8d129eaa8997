using System.Text.Json;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Surveys;

namespace Ita.App.Tests.EndToEnd;

/// <summary>A dry run reports what the upload would change, and changes nothing.</summary>
[Collection(WholeStoreTests.Name)]
public sealed class DryRunTests(RunningApp running)
{
    [Theory]
    [InlineData("fiscal_year,agency_code,item,score,respondents\n2565,DRY-N,I1,80.00,51\n")]
    [InlineData("fiscal_year,agency_code,item,score\n2565,DRY-N,I1,80.004\n")]
    public async Task A_change_that_no_shown_score_reveals_is_counted_as_by_the_upload(string csv)
    {
        csv = csv.Replace("DRY-N", $"DRY-N{csv.Length}", StringComparison.Ordinal);
        await running.Api.SentAsync(ScoreFile.Whole($"DRY-N{csv.Length - 2}", 80m));

        var dry = await DryAsync(csv);
        var upload = await running.Api.SentAsync(csv);

        Assert.Equal((1, 1), (Changed(dry), Changed(upload)));
    }

    [Theory]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(101)]
    public async Task All_agencies_are_counted_and_the_first_hundred_shown(int agencies)
    {
        var dry = await DryAsync(ScoreFile.Of(Enumerable.Range(0, agencies).Select(number => $"2563,DRY-MANY{number},TOTAL,80.00")));

        Assert.Equal((agencies, Math.Min(agencies, 100)), (Changed(dry), dry.GetProperty("results").GetArrayLength()));
    }

    [Fact]
    public async Task A_registry_entry_is_tried_on_the_result_it_would_change()
    {
        await running.Api.SentAsync(ScoreFile.Whole("DRY-REGISTRY", 84m));

        var dry = await DryAsync("fiscal_year,agency_code,registered\n2565,DRY-REGISTRY,0\n2565,DRY-UNSCORED,0\n");

        var result = Assert.Single(dry.GetProperty("results").EnumerateArray());
        Assert.Equal((1, "null"), (Changed(dry), result.Total()));
        Assert.Equal("84.00", result.GetProperty("changes").GetProperty("total").GetProperty("old").GetRawText());
    }

    [Theory]
    [InlineData("fiscal_year,agency_code,item,score,comment\n2565,DRY-STORE,O1,100,DRY-WORDS\n")]
    [InlineData("fiscal_year,agency_code,agency_name,registered\n2565,DRY-STORE,DRY-WORDS,1\n")]
    [InlineData("fiscal_year,agency_code,measure\n2565,DRY-STORE,DRY-WORDS\n")]
    [InlineData("fiscal_year,agency_code,instrument,respondent,i1\n2566,DRY-STORE,IIT,DRY-WORDS,มาก\n2566,DRY-STORE,IIT,2,DRY-WORDS\n")]
    [InlineData("DRY-STORE,DRY-WORDS\n")]
    public async Task A_dry_run_stores_nothing_anywhere(string csv)
    {
        await DryAsync(csv);

        var texts = (await StoredTexts.RowsAsync(running.Storage)).SelectMany(row => row.Texts)
            .Concat(await StoredTexts.OthersAsync(running.Storage));
        Assert.DoesNotContain(
            texts,
            text => text.Contains("DRY-STORE", StringComparison.Ordinal) || text.Contains("DRY-WORDS", StringComparison.Ordinal));
    }

    private async Task<JsonElement> DryAsync(string csv)
    {
        using var answer = await running.Api.PostAsync("uploads?dryRun=true&name=dry.csv", new StringContent(csv));
        return await Caller.JsonAsync(answer);
    }

    private static int Changed(JsonElement upload) => upload.GetProperty("counts").GetProperty("resultsChanged").GetInt32();
}
