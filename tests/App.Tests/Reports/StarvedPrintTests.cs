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
    public async Task Reports_that_hang_the_browser_fail_and_all_others_are_printed_before()
    {
        await using var store = await Store.StartAsync();
        await using var app = await store.HostAsync(("ITA_PRINT_LIMIT", "00:00:06"));
        string[] bad = ["HANGS1", "HANGS2", "HANGS3"];
        string[] good = ["WORKS1", "WORKS2", "WORKS3", "WORKS4", "WORKS5"];
        await app.Api.SentAsync(ScoreFile.Whole(2565, [.. bad, .. good], (_, _) => 80m), "scores.csv");
        foreach (var agency in bad)
        {
            await EmblemAsync(app, store, agency);
        }

        foreach (var report in bad.Select(Circular).Concat(good.Select(Memo)))
        {
            using var asked = await app.Api.PostAsync(report);
        }

        foreach (var report in good.Select(Memo))
        {
            await StatusAsync(app, report, "printed");
        }

        var whenGoodOnesArePrinted = await Task.WhenAll(bad.Select(agency => app.Api.JsonAsync(Circular(agency))));
        Assert.Contains(whenGoodOnesArePrinted, report => report.Status() == "queued");
        foreach (var report in bad.Select(Circular))
        {
            Assert.Equal("print-timeout", (await StatusAsync(app, report, "failed")).GetProperty("failure").GetString());
        }
    }

    [Fact]
    public async Task A_picture_stored_by_an_earlier_version_is_encoded_again_or_left_out()
    {
        await using var store = await Store.StartAsync();
        await using var app = await store.HostAsync();
        await app.Api.SentAsync(ScoreFile.Whole(2565, ["OLDBOMB", "OLDPHOTO"], (_, _) => 80m), "scores.csv");
        var bomb = await PictureAsync(app, store, "OLDBOMB");
        var photo = await PictureAsync(app, store, "OLDPHOTO", PictureFiles.FromTelephone(6));

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

    private static string Circular(string agency) => $"reports/2565/{agency}/circular";

    private static string Memo(string agency) => $"reports/2565/{agency}/memo";

    // Adds an emblem and replaces its stored file by a drawing, which no upload stores.
    private static async Task EmblemAsync(AppOnHost app, Store store, string agency)
    {
        using var put = await app.Api.SendAsync(HttpMethod.Put, $"reports/2565/{agency}/emblem", new ByteArrayContent(PictureFiles.Jpeg));
        Assert.True(put.IsSuccessStatusCode);
        var pictures = store.Connection.Blobs.GetBlobContainerClient(StorageNames.Containers.Pictures);
        await pictures.GetBlobClient($"emblems/2565/{agency}").UploadAsync(
            BinaryData.FromString(OddPictures.SlowDrawing), new BlobUploadOptions { HttpHeaders = new() { ContentType = "image/svg+xml" } });
    }

    // Adds a picture and replaces its stored file by one of an earlier version. Returns its address.
    private static async Task<string> PictureAsync(AppOnHost app, Store store, string agency, byte[]? file = null)
    {
        using var put = await app.Api.PutAsync($"measures/2565/{agency}", """[{"measure":"เผยแพร่คู่มือ","issue":1,"items":["I1"]}]""");
        using var added = await app.Api.PostAsync($"measures/2565/{agency}/m01/pictures", new ByteArrayContent(PictureFiles.Jpeg));
        var id = (await Caller.JsonAsync(added)).Id();
        var pictures = store.Connection.Blobs.GetBlobContainerClient(StorageNames.Containers.Pictures);
        var blob = pictures.GetBlobClient((await pictures.GetBlobsAsync(default, default, $"2565/{agency}/", default).ToListAsync()).Single().Name);
        await blob.UploadAsync(BinaryData.FromBytes(file ?? Bomb), new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = "image/jpeg" },
        });
        return $"measures/2565/{agency}/m01/pictures/{id}";
    }

    private static Task<JsonElement> StatusAsync(AppOnHost app, string report, string status) =>
        Eventually.AsWishedAsync(() => app.Api.JsonAsync(report), seen => seen.Status() == status, $"{report} {status}");
}
