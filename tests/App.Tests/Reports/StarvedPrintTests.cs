using System.Text.Json;
using Azure.Storage.Blobs.Models;
using Ita.App.Storage;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Killed;
using Ita.Tests;

namespace Ita.App.Tests.Reports;

/// <summary>The real worker and browser, with stored pictures that take the browser minutes, as an earlier version or another program may have
/// stored them.</summary>
[Collection(KilledTests.Name)]
public sealed class StarvedPrintTests
{
    private static readonly byte[] Bomb = OddPictures.WithEmptyScans(25_000, 8000, 6000);

    [Fact]
    public async Task Reports_with_pictures_that_may_hang_the_browser_end_and_all_others_are_printed()
    {
        await using var store = await Store.StartAsync();
        await using var app = await store.HostAsync(("ITA_PRINT_LIMIT", "00:00:06"));
        string[] bad = ["HANGS1", "HANGS2", "HANGS3"];
        string[] good = ["WORKS1", "WORKS2", "WORKS3", "WORKS4", "WORKS5"];
        await app.Api.SentAsync(ScoreFile.Whole(2565, [.. bad, .. good], (_, _) => 80m), "scores.csv");
        foreach (var agency in bad)
        {
            await PictureAsync(app, store, agency, isMarked: true);
        }

        foreach (var report in bad.Select(FollowUp).Concat(good.Select(Memo)))
        {
            using var asked = await app.Api.PostAsync(report);
        }

        foreach (var report in good.Select(Memo))
        {
            await StatusAsync(app, report, "printed");
        }

        // Whether the browser decodes such a picture, or writes it to the PDF as it is, depends on the layout.
        foreach (var report in bad.Select(FollowUp))
        {
            var ended = await Eventually.AsWishedAsync(() => app.Api.JsonAsync(report), seen => seen.Status() != "queued", $"{report} ended");
            Assert.True(ended.Status() == "printed" || ended.GetProperty("failure").GetString() == "print-timeout", ended.GetRawText());
        }
    }

    [Fact]
    public async Task A_picture_stored_by_an_earlier_version_is_encoded_again_or_left_out()
    {
        await using var store = await Store.StartAsync();
        await using var app = await store.HostAsync();
        await app.Api.SentAsync(ScoreFile.Whole(2565, ["OLDBOMB", "OLDPHOTO"], (_, _) => 80m), "scores.csv");
        var bomb = await PictureAsync(app, store, "OLDBOMB", isMarked: false);
        var photo = await PictureAsync(app, store, "OLDPHOTO", isMarked: false, PictureFiles.FromTelephone(6));

        using var gone = await app.Api.GetAsync(bomb);
        using var kept = await app.Api.GetAsync(photo);
        var file = await kept.Content.ReadAsByteArrayAsync();
        using var page = await app.Api.GetAsync($"{FollowUp("OLDBOMB")}?format=html");
        using var asked = await app.Api.PostAsync(FollowUp("OLDBOMB"));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, gone.StatusCode);
        Assert.DoesNotContain(PictureFiles.Secret, System.Text.Encoding.Latin1.GetString(file), StringComparison.Ordinal);
        Assert.DoesNotContain("<figure>", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await StatusAsync(app, FollowUp("OLDBOMB"), "printed");
    }

    private static string FollowUp(string agency) => $"reports/2565/{agency}/follow-up";

    private static string Memo(string agency) => $"reports/2565/{agency}/memo";

    // Adds a picture and replaces its stored file. Returns its address.
    private static async Task<string> PictureAsync(AppOnHost app, Store store, string agency, bool isMarked, byte[]? file = null)
    {
        using var put = await app.Api.PutAsync($"measures/2565/{agency}", """[{"measure":"เผยแพร่คู่มือ","issue":1,"items":["I1"]}]""");
        using var added = await app.Api.PostAsync($"measures/2565/{agency}/m01/pictures", new ByteArrayContent(PictureFiles.Jpeg));
        var id = (await Caller.JsonAsync(added)).Id();
        var pictures = store.Connection.Blobs.GetBlobContainerClient(StorageNames.Containers.Pictures);
        var blob = pictures.GetBlobClient((await pictures.GetBlobsAsync(default, default, $"2565/{agency}/", default).ToListAsync()).Single().Name);
        await blob.UploadAsync(BinaryData.FromBytes(file ?? Bomb), new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = "image/jpeg" },
            Metadata = isMarked ? (await blob.GetPropertiesAsync()).Value.Metadata : null,
        });
        return $"measures/2565/{agency}/m01/pictures/{id}";
    }

    private static Task<JsonElement> StatusAsync(AppOnHost app, string report, string status) =>
        Eventually.AsWishedAsync(() => app.Api.JsonAsync(report), seen => seen.Status() == status, $"{report} {status}");
}
