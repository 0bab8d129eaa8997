using System.Net;
using System.Net.Http.Headers;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.EndToEnd;

/// <summary>Every refusal of the API is a problem document with a code, in Thai and English.</summary>
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
    [InlineData("uploads/0123456789abcdef0123456789abcdef/errors.xlsx", "not-found")]
    [InlineData("runs/none/manifest.xlsx", "not-found")]
    [InlineData("templates/nothing.xlsx", "unknown-template")]
    [InlineData("templates/scores.xlsx?fiscalYear=2599", "unknown-year")]
    [InlineData("templates/scores.xlsx?fiscalYear=2563&province=พังงา", "template-province-empty")]
    [InlineData("templates/scores.csv?fiscalYear=2563&province=พังงา", "template-province-empty")]
    [InlineData("templates/scores.xlsx?fiscalYear=2563&province=พังา", "province-unknown")]
    [InlineData("frameworks/2599", "unknown-year")]
    [InlineData("reports/2565/NOBODY/analysis", "not-found")]
    [InlineData("reports/2599/NOBODY/analysis", "unknown-year")]
    [InlineData("nothing/here", "not-found")]
    public Task A_missing_resource_is_answered_with_404(string path, string code) =>
        RefusedAsync(running.Api.GetAsync(path), HttpStatusCode.NotFound, code);

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("a/b.csv")]
    [InlineData("a\\b.csv")]
    [InlineData("..")]
    [InlineData("line\nbreak.csv")]
    [InlineData("scores\u202Evsc.exe")]
    public Task A_name_that_is_a_path_is_refused(string name) =>
        RefusedAsync(running.Api.PostFileAsync([65], name), HttpStatusCode.BadRequest, "name-invalid");

    [Fact]
    public Task A_request_without_a_file_is_refused() => RefusedAsync(running.Api.PostAsync("uploads"), HttpStatusCode.BadRequest, "upload-empty");

    [Fact]
    public Task A_form_without_a_file_is_refused() =>
        RefusedAsync(
            running.Api.PostAsync("uploads", new MultipartFormDataContent { { new StringContent("x"), "other" } }),
            HttpStatusCode.BadRequest, "upload-empty");

    [Fact]
    public async Task A_file_in_a_form_keeps_its_name()
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
    public Task A_page_size_of_zero_is_refused(string size) =>
        RefusedAsync(running.Api.GetAsync($"results?pageSize={size}"), HttpStatusCode.BadRequest, "page-invalid");

    [Theory]
    [InlineData("results?pageSize=many", "pageSize")]
    [InlineData("results/2566/NOBODY/diff?from=first", "from")]
    [InlineData("templates/scores.csv?fiscalYear=next", "fiscalYear")]
    public async Task A_value_of_the_wrong_form_in_an_address_is_named(string path, string field)
    {
        await RefusedAsync(running.Api.GetAsync(path), HttpStatusCode.BadRequest, "request-invalid");
        using var answer = await running.Api.GetAsync(path);
        Assert.Contains(field, (await Caller.JsonAsync(answer)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public Task A_dry_run_value_that_is_neither_true_nor_false_is_refused() =>
        RefusedAsync(running.Api.PostAsync("uploads?dryRun=yes", new StringContent("a")), HttpStatusCode.BadRequest, "request-invalid");

    [Theory]
    [InlineData("multipart/form-data", "a,b")]
    [InlineData("multipart/form-data; boundary=x", "a,b")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\na,b")]
    public Task A_form_that_is_invalid_or_truncated_is_refused(string type, string body)
    {
        var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return RefusedAsync(running.Api.PostAsync("uploads", content), HttpStatusCode.BadRequest, "form-unreadable");
    }

    [Theory]
    [InlineData(500, HttpStatusCode.OK)]
    [InlineData(501, HttpStatusCode.BadRequest)]
    public async Task The_length_of_a_reason_is_limited(int letters, HttpStatusCode status)
    {
        using var form =
            new MultipartFormDataContent { { new StringContent("a"), "file", "a.csv" }, { new StringContent(new string('ก', letters)), "reason" } };

        using var answer = await running.Api.PostAsync("uploads?dryRun=true", form);

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{\"reason\":1}")]
    public async Task An_unreadable_reason_publishes_nothing(string body)
    {
        await running.Api.SentAsync(ScoreFile.Whole("REASON", 70m));

        await RefusedAsync(
            running.Api.PostAsync("results/2565/REASON/publish", new StringContent(body)), HttpStatusCode.BadRequest, "reason-invalid");

        Assert.Equal("draft", (await running.Api.ResultAsync(2565, "REASON")).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData(40)]
    [InlineData(41)]
    [InlineData(2000)]
    public async Task An_agency_whose_code_is_too_long_does_not_exist(int letters)
    {
        var code = new string('A', letters);
        await RefusedAsync(running.Api.GetAsync($"results/2565/{code}"), HttpStatusCode.NotFound, "not-found");
        if (letters > 40)
        {
            await RefusedAsync(running.Api.PutAsync($"agencies/2565/{code}", "{}"), HttpStatusCode.NotFound, "not-found");
            await RefusedAsync(running.Api.GetAsync($"templates/scores.csv?fiscalYear=2565&agency={code}"), HttpStatusCode.NotFound, "not-found");
        }
    }

    [Fact]
    public async Task A_result_that_the_caller_has_already_is_not_sent_again()
    {
        await running.Api.SentAsync(ScoreFile.Whole("TAGGED", 70m));
        using var first = await running.Api.GetAsync("results/2565/TAGGED");
        var tag = first.Headers.ETag!.Tag;

        Assert.Equal(HttpStatusCode.NotModified, await StatusWithAsync("results/2565/TAGGED", tag));
        Assert.Equal(HttpStatusCode.NotModified, await StatusWithAsync("results/2565/TAGGED", $"\"other\", W/{tag}"));
        Assert.Equal(HttpStatusCode.OK, await StatusWithAsync("results/2565/TAGGED", "\"other\""));
        await running.Api.SentAsync(ScoreFile.Whole("TAGGED", 71m));
        Assert.Equal(HttpStatusCode.OK, await StatusWithAsync("results/2565/TAGGED", tag));
    }

    [Fact]
    public async Task Uploads_come_in_pages_that_name_the_next()
    {
        await running.Api.SentAsync(ScoreFile.Whole("PAGED1", 70m));
        await running.Api.SentAsync(ScoreFile.Whole("PAGED2", 70m));
        var all = (await running.Api.JsonAsync("uploads")).EnumerateArray().Select(upload => upload.Id()).ToList();

        using var first = await running.Api.GetAsync("uploads?pageSize=1");
        using var last = await running.Api.GetAsync($"uploads?pageSize=1&page={all.Count}");

        Assert.Equal(all[0], Assert.Single((await Caller.JsonAsync(first)).EnumerateArray()).Id());
        Assert.Equal(["</api/v1/uploads?pageSize=1&page=2>; rel=\"next\""], first.Headers.GetValues("Link"));
        Assert.Single((await Caller.JsonAsync(last)).EnumerateArray());
        Assert.False(last.Headers.Contains("Link"));
        await RefusedAsync(running.Api.GetAsync("uploads?pageSize=1&page=0"), HttpStatusCode.BadRequest, "page-invalid");
    }

    private async Task<HttpStatusCode> StatusWithAsync(string path, string tag)
    {
        using var answer = await running.Api.GetAsync(path, ("If-None-Match", tag));
        return answer.StatusCode;
    }

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
