using Azure.Storage.Blobs;
using Ita.App.Storage;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.EndToEnd;

/// <summary>The published results in the seed documents, from the file to the scores, over both ways of
/// uploading.</summary>
[Collection(AppTests.Name)]
public sealed class SamplesTests(RunningApp running)
{
    private const string Ekkarat = "2566-scores-ekkarat.csv";

    [Theory]
    [InlineData("2565-indicators.csv", 2565, "05470113", "94.23", "A")]
    [InlineData("2565-indicators.csv", 2565, "06150502", "70.24", "C")]
    [InlineData(Ekkarat, 2566, "06150502", "91.61", "ผ่านดี")]
    [InlineData("2567-indicators.csv", 2567, "06471804", "96.74", "ผ่านดี")]
    public async Task A_sample_gives_the_published_result(string file, int year, string agency, string total, string rating)
    {
        var upload = await running.Api.SentAsync(ScoreFile.Sample(file), file);
        var result = await running.Api.ResultAsync(year, agency);

        Assert.StartsWith("accepted", upload.Status(), StringComparison.Ordinal);
        Assert.Equal((total, rating, 1), (result.Total(), result.Rating(), result.Version()));
    }

    [Fact]
    public async Task Every_level_of_2566_is_the_published_one()
    {
        await running.Api.SentAsync(ScoreFile.Sample(Ekkarat), Ekkarat);
        var result = await running.Api.ResultAsync(2566, "06150502");

        Assert.Equal("90.00 computed", result.Instrument("IIT"));
        Assert.Equal("96.50 computed", result.Instrument("OIT"));
        Assert.Equal("87.06 derived", result.Instrument("EIT1"));
        Assert.Equal("86.32 derived", result.Instrument("EIT2"));
        Assert.Equal("93.00", result.Indicator("9").Split(' ')[0]);
        Assert.Equal("90.00 computed", result.Indicator("9.1"));
        Assert.Equal("75.00 computed", result.Indicator("9.4"));
    }

    [Fact]
    public async Task The_rating_of_2567_states_what_blocks_the_next_one()
    {
        await running.Api.SentAsync(ScoreFile.Sample("2567-indicators.csv"), "2567-indicators.csv");
        var result = await running.Api.ResultAsync(2567, "06471804");

        Assert.Contains("IIT 94.63 < 95 blocks ผ่านดีเยี่ยม", result.GetProperty("ratingReasonEn").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_dropped_into_the_container_is_ingested_under_its_own_name()
    {
        const string Name = "คะแนน ปี 66 %3F, วางไว้.csv";
        var file = ScoreFile.Bytes(ScoreFile.Whole("DROPPED", 91.6m));

        await Drop(Name).UploadAsync(BinaryData.FromBytes(file));

        var uploads = await Eventually.AsWishedAsync(
            async () => (await running.Api.JsonAsync("uploads")).EnumerateArray()
                .Where(upload => upload.GetProperty("name").GetString() == Name).ToList(),
            found => found.Count > 0,
            "the dropped file in the list");
        Assert.Equal("accepted", (await running.Api.SettledAsync(uploads.Single().Id())).Status());
        Assert.Equal("91.60", (await running.Api.ResultAsync(2565, "DROPPED")).Total());
    }

    [Theory]
    [InlineData("คะแนน ปี 66 %3F.csv")]
    [InlineData("100% & more?=#1+2.csv")]
    [InlineData("\"คะแนน\".csv")]
    public async Task A_file_posted_under_such_a_name_keeps_it(string name)
    {
        var upload = await running.Api.SentAsync(ScoreFile.Whole($"NAMED{name.Length}", 80m), name);

        Assert.Equal(("accepted", name), (upload.Status(), upload.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Scores_have_two_decimals_everywhere()
    {
        await running.Api.SentAsync(ScoreFile.Whole("DECIMALS", 91.6m));
        using var answer = await running.Api.GetAsync("results/2565/DECIMALS");
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Contains("\"total\":91.60,", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("\"(total|score|low|high)\":[0-9]+(\\.[0-9])?[,}]", text);
    }

    private BlobClient Drop(string name) => running.Storage.Blobs.GetBlobContainerClient(StorageNames.Containers.Uploads).GetBlobClient(name);
}
