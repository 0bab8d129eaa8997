using Azure.Storage.Blobs;
using Ita.App.Storage;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.EndToEnd;

/// <summary>Sending the same file again changes nothing; a correction creates a version and keeps the previous
/// one.</summary>
[Collection(AppTests.Name)]
public sealed class VersionsTests(RunningApp running)
{
    private BlobContainerClient Results => running.Storage.Blobs.GetBlobContainerClient(StorageNames.Containers.Results);

    [Fact]
    public async Task The_same_file_three_times_and_once_as_a_blob_is_one_upload_and_one_version()
    {
        var file = ScoreFile.Bytes(ScoreFile.Whole("AGAIN", 81m));
        var first = await running.Api.SentAsync(file, "first.csv");
        var before = await running.Api.ResultAsync(2565, "AGAIN");
        await running.Api.SentAsync(file, "second.csv");
        await running.Api.SentAsync(file, "third.csv");
        await running.Storage.Blobs.GetBlobContainerClient(StorageNames.Containers.Uploads)
            .GetBlobClient("again.csv").UploadAsync(BinaryData.FromBytes(file));
        await Eventually.TrueAsync(
            () => Task.FromResult(running.App.Log.Any(line => line.Contains($"upload {first.Id()} Accepted", StringComparison.Ordinal))),
            "the blob was seen");

        var uploads = (await running.Api.JsonAsync("uploads")).EnumerateArray()
            .Where(upload => upload.GetProperty("sha256").GetString()!.StartsWith(first.Id(), StringComparison.Ordinal));
        Assert.Equal("first.csv", Assert.Single(uploads).GetProperty("name").GetString());
        Assert.Equal(before.GetRawText(), (await running.Api.ResultAsync(2565, "AGAIN")).GetRawText());
        Assert.Single(await NamesAsync("AGAIN"));
    }

    [Fact]
    public async Task The_same_figures_in_another_file_make_no_version()
    {
        var csv = ScoreFile.Whole("RESAVED", 82m);
        await running.Api.SentAsync(csv, "comma.csv");
        var again = await running.Api.SentAsync(csv.Replace(',', ';').Replace("82.00", "82", StringComparison.Ordinal), "semicolon.csv");

        Assert.Equal(("accepted", 0), (again.Status(), again.GetProperty("counts").GetProperty("resultsChanged").GetInt32()));
        Assert.Equal(1, (await running.Api.ResultAsync(2565, "RESAVED")).Version());
    }

    [Fact]
    public async Task A_corrected_file_makes_version_2_and_leaves_version_1_to_the_byte()
    {
        var csv = ScoreFile.Whole("CORRECTED", 83m);
        await running.Api.SentAsync(csv, "scores.csv");
        var first = Assert.Single(await NamesAsync("CORRECTED"));
        var bytes = (await Results.GetBlobClient(first).DownloadContentAsync()).Value.Content.ToArray();

        await running.Api.SentAsync(csv.Replace("CORRECTED,I1,83.00", "CORRECTED,I1,93.00", StringComparison.Ordinal), "corrected.csv");

        var result = await running.Api.ResultAsync(2565, "CORRECTED");
        var names = await NamesAsync("CORRECTED");
        Assert.Equal((2, 2), (result.Version(), names.Count));
        Assert.Contains(first, names);
        Assert.Equal(bytes, (await Results.GetBlobClient(first).DownloadContentAsync()).Value.Content.ToArray());
        Assert.Equal("93.00", result.Indicator(1).GetProperty("items")[0].GetProperty("score").GetRawText());
    }

    [Fact]
    public async Task An_agency_that_turns_out_not_registered_loses_its_total_in_a_new_version()
    {
        await running.Api.SentAsync(ScoreFile.Whole("UNREGISTERED", 84m));

        await running.Api.SentAsync("fiscal_year,agency_code,agency_name,registered\n2565,UNREGISTERED,หน่วยงานตัวอย่าง,0\n", "agencies.csv");

        var result = await Eventually.AsWishedAsync(() => running.Api.ResultAsync(2565, "UNREGISTERED"), seen => seen.Version() > 1, "version 2");
        Assert.Equal(("null", "notProcessed", null), (result.Total(), result.GetProperty("totalStatus").GetString(), result.Rating()));
        Assert.Contains("regist", result.GetProperty("trace").GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    private async Task<List<string>> NamesAsync(string agency)
    {
        var names = new List<string>();
        await foreach (var blob in Results.GetBlobsAsync(
            Azure.Storage.Blobs.Models.BlobTraits.None, Azure.Storage.Blobs.Models.BlobStates.None, $"2565/{agency}/", CancellationToken.None))
        {
            names.Add(blob.Name);
        }

        return names;
    }
}
