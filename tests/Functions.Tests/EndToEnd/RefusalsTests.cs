using System.Net;
using System.Net.Http.Headers;
using Ita.Functions.Tests.Hosting;

namespace Ita.Functions.Tests.EndToEnd;

/// <summary>What the API refuses, it refuses as a problem with a code, in Thai and English.</summary>
[Collection(AppTests.Name)]
public sealed class RefusalsTests(RunningApp running)
{
    [Fact]
    public async Task Nothing_changes_without_a_key_or_with_a_wrong_one()
    {
        using var keyless = new Caller(running.App.Host.Address, null);
        using var wrong = new Caller(running.App.Host.Address, $"{AppOnHost.Key}?");

        await RefusedAsync(keyless.PostFileAsync([1], "a.csv"), HttpStatusCode.Unauthorized, "key-required");
        await RefusedAsync(wrong.PostFileAsync([1], "a.csv"), HttpStatusCode.Unauthorized, "key-unknown");
        await RefusedAsync(keyless.PutAsync("agencies/2565/NOBODY", "{}"), HttpStatusCode.Unauthorized, "key-required");
        await RefusedAsync(wrong.PutAsync("agencies/2565/NOBODY", "{}"), HttpStatusCode.Unauthorized, "key-unknown");
        await RefusedAsync(keyless.PostAsync("reports/2565/NOBODY/analysis"), HttpStatusCode.Unauthorized, "key-required");
        await RefusedAsync(running.Api.GetAsync("agencies/2565/NOBODY"), HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData("results/2599", "unknown-year")]
    [InlineData("results/2599/06150502", "unknown-year")]
    [InlineData("results/2565/NOBODY", "not-found")]
    [InlineData("agencies/2599/06150502", "unknown-year")]
    [InlineData("agencies/2565/NOBODY", "not-found")]
    [InlineData("uploads/0123456789abcdef0123456789abcdef", "not-found")]
    [InlineData("uploads/x", "not-found")]
    [InlineData("uploads/0123456789abcdef0123456789abcdef/errors.csv", "not-found")]
    [InlineData("frameworks/2599", "unknown-year")]
    [InlineData("reports/2565/NOBODY/analysis", "not-found")]
    [InlineData("reports/2599/NOBODY/analysis", "unknown-year")]
    [InlineData("nothing/here", "not-found")]
    public Task What_is_not_there_is_not_found(string path, string code) => RefusedAsync(running.Api.GetAsync(path), HttpStatusCode.NotFound, code);

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("a/b.csv")]
    [InlineData("a\\b.csv")]
    [InlineData("..")]
    [InlineData("line\nbreak.csv")]
    public Task A_name_that_is_a_path_is_refused(string name) => RefusedAsync(running.Api.PostFileAsync([65], name), HttpStatusCode.BadRequest, "name-invalid");

    [Fact]
    public Task A_request_without_a_file_is_refused() => RefusedAsync(running.Api.PostAsync("uploads"), HttpStatusCode.BadRequest, "upload-empty");

    [Fact]
    public Task A_form_without_a_file_is_refused() =>
        RefusedAsync(running.Api.PostAsync("uploads", new MultipartFormDataContent { { new StringContent("x"), "other" } }), HttpStatusCode.BadRequest, "upload-empty");

    [Fact]
    public async Task A_form_with_a_file_is_taken_under_the_files_name()
    {
        var file = new ByteArrayContent(ScoreFile.Bytes(ScoreFile.Whole("FORM", 86m)));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var answer = await running.Api.PostAsync("uploads", new MultipartFormDataContent { { file, "file", "form.csv" } });

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var upload = await running.Api.SettledAsync((await Caller.JsonAsync(answer)).Id());
        Assert.Equal(("accepted", "form.csv"), (upload.Status(), upload.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"internalStaff":-1}""")]
    [InlineData("null")]
    public Task An_agency_that_cannot_be_read_is_refused(string json) =>
        RefusedAsync(running.Api.PutAsync("agencies/2565/PUT", json), HttpStatusCode.BadRequest, "agency-invalid");

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    public Task A_page_of_no_size_is_refused(string size) =>
        RefusedAsync(running.Api.GetAsync($"results?pageSize={size}"), HttpStatusCode.BadRequest, "page-invalid");

    internal static async Task RefusedAsync(Task<HttpResponseMessage> asking, HttpStatusCode status, string code)
    {
        using var answer = await asking;
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var problem = await Caller.JsonAsync(answer);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.Matches("[ก-๙]", problem.GetProperty("detail").GetString());
        Assert.Matches("[A-Za-z]", problem.GetProperty("detailEn").GetString());
    }
}
