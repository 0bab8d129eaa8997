using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Ita.App.Tests.Hosting;
using Ita.Tests;

namespace Ita.App.Tests.EndToEnd;

/// <summary>Evidence pictures: uploaded, stripped of metadata, shown in the follow-up, and deleted.</summary>
[Collection(AppTests.Name)]
public sealed class PicturesTests(RunningApp running)
{
    [Fact]
    public async Task A_picture_is_kept_without_its_position_and_printed_with_its_caption()
    {
        var pictures = await PlannedAsync("PICTURED");

        var added = await AddedAsync($"{pictures}?caption=อบรมเจ้าหน้าที่", PictureFiles.FromTelephone(6));

        Assert.Equal((48, 64), (added.GetProperty("width").GetInt32(), added.GetProperty("height").GetInt32()));
        using var kept = await running.Api.GetAsync($"{pictures}/{added.Id()}");
        Assert.Equal("image/jpeg", kept.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain(PictureFiles.Secret, Encoding.Latin1.GetString(await kept.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(await kept.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        using var page = await running.Api.GetAsync("reports/2565/PICTURED/follow-up?format=html");
        Assert.Contains("alt=\"อบรมเจ้าหน้าที่\" src=\"data:image/jpeg", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("/Subtype /Image", await PrintedAsync("reports/2565/PICTURED/follow-up"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_sent_again_is_the_same_and_a_deleted_one_no_longer_exists()
    {
        var pictures = await PlannedAsync("PICTUREDTWICE");
        var first = await AddedAsync(pictures, PictureFiles.Png(30, 20));
        var again = await AddedAsync($"{pictures}?caption=ใหม่", PictureFiles.Png(30, 20));

        Assert.Equal(first.Id(), again.Id());
        Assert.Equal("ใหม่", Assert.Single((await running.Api.JsonAsync(pictures)).EnumerateArray()).GetProperty("caption").GetString());
        using var deleted = await running.Api.SendAsync(HttpMethod.Delete, $"{pictures}/{first.Id()}", new StringContent(""));
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await RefusalsTests.RefusedAsync(running.Api.GetAsync($"{pictures}/{first.Id()}"), HttpStatusCode.NotFound, "not-found");
        Assert.Empty((await running.Api.JsonAsync(pictures)).EnumerateArray());
    }

    [Fact]
    public async Task A_changed_plan_keeps_the_pictures_of_the_measures_that_stay()
    {
        var pictures = await PlannedAsync("PICTUREDKEPT");
        await AddedAsync(pictures, PictureFiles.Jpeg);

        using var put = await running.Api.PutAsync("measures/2565/PICTUREDKEPT", """[{"measure":"ทำใหม่"}]""");
        Assert.Single((await running.Api.JsonAsync(pictures)).EnumerateArray());
        using var patched = await running.Api.SendAsync(HttpMethod.Patch, "measures/2565/PICTUREDKEPT/m01", new StringContent("""{"percent":50}"""));
        Assert.Single((await Caller.JsonAsync(patched)).GetProperty("pictures").EnumerateArray());
        using var emptied = await running.Api.PutAsync("measures/2565/PICTUREDKEPT", "[]");
        using var refilled = await running.Api.PutAsync("measures/2565/PICTUREDKEPT", """[{"measure":"ทำใหม่"}]""");
        Assert.Empty((await running.Api.JsonAsync(pictures)).EnumerateArray());
    }

    [Fact]
    public async Task A_file_that_is_not_a_picture_is_refused_and_not_stored()
    {
        var pictures = await PlannedAsync("UNPICTURED");

        await RefusedAsync(pictures, [], HttpStatusCode.BadRequest, "upload-empty");
        await RefusedAsync(pictures, "GIF89a"u8.ToArray(), HttpStatusCode.UnsupportedMediaType, "picture-unknown");
        await RefusedAsync(pictures, PictureFiles.Jpeg[..300], HttpStatusCode.BadRequest, "picture-broken");
        await RefusedAsync(pictures, OddPictures.WithEmptyScans(52_870), HttpStatusCode.BadRequest, "picture-scans");
        await RefusedAsync(pictures, OddPictures.WithSecondFrame(6000, 4000), HttpStatusCode.BadRequest, "picture-broken");
        await RefusedAsync(pictures, OddPictures.Png(60_000, 60_000, data: [0]), HttpStatusCode.BadRequest, "picture-pixels");
        await RefusedAsync(pictures, PictureFiles.Png(6001, 4000), HttpStatusCode.BadRequest, "picture-pixels");
        await RefusedAsync(pictures, new byte[3_000_001], HttpStatusCode.RequestEntityTooLarge, "picture-too-large");
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[3_000_001]), "file", "large.jpg" } };
        await RefusalsTests.RefusedAsync(running.Api.PostAsync(pictures, form), HttpStatusCode.RequestEntityTooLarge, "picture-too-large");
        await RefusedAsync($"{pictures}?caption={new string('ก', 201)}", PictureFiles.Jpeg, HttpStatusCode.BadRequest, "caption-invalid");
        await RefusedAsync("measures/2565/UNPICTURED/m99/pictures", PictureFiles.Jpeg, HttpStatusCode.NotFound, "not-found");
        Assert.Empty((await running.Api.JsonAsync(pictures)).EnumerateArray());
    }

    [Fact]
    public async Task The_fifth_picture_of_a_measure_is_one_too_many()
    {
        var pictures = await PlannedAsync("OVERPICTURED");
        foreach (var width in Enumerable.Range(1, 4))
        {
            await AddedAsync(pictures, PictureFiles.Png(width, 10));
        }

        await RefusedAsync(pictures, PictureFiles.Png(5, 10), HttpStatusCode.Conflict, "pictures-too-many");
    }

    private async Task<string> PlannedAsync(string agency)
    {
        await running.Api.SentAsync(ScoreFile.Whole(agency, 80m), $"{agency}.csv");
        using var put = await running.Api.PutAsync($"measures/2565/{agency}", """[{"measure":"เผยแพร่คู่มือ","issue":1,"items":["I1"]}]""");
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        return $"measures/2565/{agency}/m01/pictures";
    }

    private async Task<JsonElement> AddedAsync(string pictures, byte[] file)
    {
        using var answer = await running.Api.PostAsync(pictures, Body(file));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await Caller.JsonAsync(answer);
    }

    private Task RefusedAsync(string pictures, byte[] file, HttpStatusCode status, string code) =>
        RefusalsTests.RefusedAsync(running.Api.PostAsync(pictures, Body(file)), status, code);

    // With the wrong content type on purpose: the content of the file decides.
    private static ByteArrayContent Body(byte[] file) =>
        new(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };

    private async Task<string> PrintedAsync(string report)
    {
        using var asked = await running.Api.PostAsync(report);
        await Eventually.AsWishedAsync(() => running.Api.JsonAsync(report), status => status.Status() == "printed", $"{report} printed");
        using var pdf = await running.Api.GetAsync($"{report}?format=pdf");
        return Encoding.Latin1.GetString(await pdf.Content.ReadAsByteArrayAsync());
    }
}
