using System.Text.Json;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.EndToEnd;

/// <summary>A file that was sent before has no effect, unless its sender requests that it counts as new; a dry run
/// reports the same.</summary>
[Collection(AppTests.Name)]
public sealed class RepeatedFilesTests(RunningApp running)
{
    [Fact]
    public async Task An_older_file_sent_again_changes_nothing_and_the_response_says_so()
    {
        var (first, _) = await FirstAndLaterAsync("ABA");

        var receipt = await ReceiptAsync("uploads?name=again.csv", first);

        Assert.True(receipt.GetProperty("repeated").GetBoolean());
        Assert.Equal(("90.00", 2), await TotalAsync("ABA"));
        var dry = await DryAsync("", first);
        Assert.Equal((receipt.Id(), 0), (dry.GetProperty("repeats").GetString(), Changed(dry)));
        Assert.Equal(JsonValueKind.Null, dry.GetProperty("results")[0].GetProperty("changes").GetProperty("total").ValueKind);
    }

    [Fact]
    public async Task An_older_file_that_counts_as_new_becomes_a_new_version_with_its_reason()
    {
        var (first, _) = await FirstAndLaterAsync("ABA-ANEW");
        var dry = await DryAsync("&again=true", first);
        Assert.Equal((JsonValueKind.Null, 1), (dry.GetProperty("repeats").ValueKind, Changed(dry)));

        var receipt = await ReceiptAsync("uploads?name=again.csv&again=true&reason=back", first);
        await running.Api.SettledAsync(receipt.Id());

        Assert.False(receipt.GetProperty("repeated").GetBoolean());
        Assert.Equal(("80.00", 3), await TotalAsync("ABA-ANEW"));
        Assert.Equal("back", (await running.Api.JsonAsync("results/2565/ABA-ANEW/diff")).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_file_that_is_already_the_latest_creates_no_version_when_it_counts_as_new()
    {
        var (_, later) = await FirstAndLaterAsync("ANEW-SAME");

        await running.Api.SettledAsync((await ReceiptAsync("uploads?again=true", later)).Id());

        Assert.Equal(("90.00", 2), await TotalAsync("ANEW-SAME"));
    }

    [Fact]
    public async Task A_refused_file_is_read_again_when_it_is_sent_again()
    {
        var upload = await running.Api.SentAsync(ScoreFile.Of("2565,REFUSED,I99,80"), "refused.csv");

        var receipt = await ReceiptAsync("uploads?name=second.csv", ScoreFile.Of("2565,REFUSED,I99,80"));
        var again = await running.Api.SettledAsync(receipt.Id());

        Assert.Equal((upload.Id(), "received", false), (receipt.Id(), receipt.Status(), receipt.GetProperty("repeated").GetBoolean()));
        Assert.Equal(("refused", "second.csv"), (again.Status(), again.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_new_file_sent_many_times_at_once_is_one_upload_and_one_version()
    {
        var csv = ScoreFile.Whole("AT-ONCE", 70m);

        var receipts = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => ReceiptAsync($"uploads?name={number}.csv", csv)));

        await running.Api.SettledAsync(Assert.Single(receipts.Select(receipt => receipt.Id()).Distinct()));
        Assert.Equal(("70.00", 1), await TotalAsync("AT-ONCE"));
    }

    private async Task<(string First, string Later)> FirstAndLaterAsync(string agency)
    {
        var (first, later) = (ScoreFile.Whole(agency, 80m), ScoreFile.Whole(agency, 90m));
        await running.Api.SentAsync(first, "first.csv");
        await running.Api.SentAsync(later, "later.csv");
        return (first, later);
    }

    private async Task<JsonElement> ReceiptAsync(string path, string csv)
    {
        using var answer = await running.Api.PostAsync(path, new StringContent(csv));
        return await Caller.JsonAsync(answer);
    }

    private Task<JsonElement> DryAsync(string query, string csv) => ReceiptAsync($"uploads?dryRun=true{query}", csv);

    private async Task<(string Total, int Version)> TotalAsync(string agency)
    {
        var result = await running.Api.ResultAsync(2565, agency);
        return (result.Total(), result.Version());
    }

    private static int Changed(JsonElement dry) => dry.GetProperty("counts").GetProperty("resultsChanged").GetInt32();
}
