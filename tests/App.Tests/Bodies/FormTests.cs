using System.Net;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.Tests;

namespace Ita.App.Tests.Bodies;

/// <summary>A form with several files is refused, because only one would be read; a page token that no list issued is refused.</summary>
[Collection(AppTests.Name)]
public sealed class FormTests(RunningApp running)
{
    [Theory]
    [InlineData("file", "file")]
    [InlineData("file", "file2")]
    [InlineData("other", "file")]
    [InlineData("files[]", "files[]")]
    public async Task Several_files_in_a_form_are_refused_and_none_is_stored(string first, string second)
    {
        var before = (await running.Api.JsonAsync("uploads")).GetArrayLength();

        await RefusalsTests.RefusedAsync(PostAsync("uploads", first, second), HttpStatusCode.BadRequest, "several-files");
        await RefusalsTests.RefusedAsync(PostAsync("uploads?dryRun=true", first, second), HttpStatusCode.BadRequest, "several-files");

        Assert.Equal(before, (await running.Api.JsonAsync("uploads")).GetArrayLength());
    }

    [Fact]
    public async Task Several_pictures_in_a_form_are_refused()
    {
        using var put = await running.Api.PutAsync("measures/2566/FORMPIC", """[{"measure":"ก"}]""");
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(PictureFiles.Png(3, 2)), "file", "a.png" }, { new ByteArrayContent(PictureFiles.Png(2, 3)), "file", "b.png" },
        };

        await RefusalsTests.RefusedAsync(
            running.Api.PostAsync("measures/2566/FORMPIC/m01/pictures", form), HttpStatusCode.BadRequest, "several-files");

        Assert.Equal(0, (await running.Api.JsonAsync("measures/2566/FORMPIC/m01/pictures")).GetArrayLength());
    }

    [Fact]
    public async Task A_field_without_a_file_does_not_count()
    {
        using var form = new MultipartFormDataContent { { new StringContent(ScoreFile.Whole("FORMONE", 70m)), "file", "a.csv" } };
        var empty = new ByteArrayContent([]);
        empty.Headers.TryAddWithoutValidation("Content-Disposition", "form-data; name=\"file2\"; filename=\"\"");
        form.Add(empty);

        using var answer = await running.Api.PostAsync("uploads", form);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Theory]
    [InlineData("results?page=zzz")]
    [InlineData("results/2566?page=zzz")]
    [InlineData("results?page=1!8!MjU2NQ-- 1!4!QQ--")]
    [InlineData("results?page=%00")]
    [InlineData("results?page=2")]
    [InlineData("audit?page=zzz")]
    [InlineData("audit?page=AAAAAAAAAAAAAAAA")]
    [InlineData("surveys/2567/reminders?page=zzz")]
    public Task A_page_token_that_no_list_issued_is_refused(string path) =>
        RefusalsTests.RefusedAsync(running.Api.GetAsync(path), HttpStatusCode.BadRequest, "page-unknown");

    [Fact]
    public async Task A_token_is_known_by_its_own_list_only()
    {
        foreach (var agency in (string[])["TOKENA", "TOKENB", "TOKENC"])
        {
            await running.Api.SentAsync(ScoreFile.Whole(agency, 70m));
        }

        var first = await running.Api.JsonAsync("results/2565?pageSize=2");
        var token = first.GetProperty("next").GetString()!;
        var second = await running.Api.JsonAsync($"results/2565?pageSize=2&page={Uri.EscapeDataString(token)}");

        Assert.NotEqual(Agency(first), Agency(second));
        await RefusalsTests.RefusedAsync(running.Api.GetAsync($"results?page={token}"), HttpStatusCode.BadRequest, "page-unknown");
        await RefusalsTests.RefusedAsync(running.Api.GetAsync($"results/2565?page={token[..^1]}"), HttpStatusCode.BadRequest, "page-unknown");
    }

    private static string? Agency(System.Text.Json.JsonElement list) => list.GetProperty("results")[0].GetProperty("agencyCode").GetString();

    private Task<HttpResponseMessage> PostAsync(string path, string first, string second) => running.Api.PostAsync(
        path,
        new MultipartFormDataContent
        {
            { new StringContent(ScoreFile.Whole("FORMA", 70m)), first, "a.csv" }, { new StringContent(ScoreFile.Whole("FORMB", 80m)), second, "b.csv" },
        });
}
