using System.Net;
using System.Text;
using System.Text.Json;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Bodies;

/// <summary>A body that does not fit is refused with the member at fault, and nothing of it is stored.</summary>
[Collection(AppTests.Name)]
public sealed class BodyTests(RunningApp running)
{
    private const string Measures = "measures/2566/BODY";
    private const string Measure = $"{Measures}/m01";

    [Theory]
    [InlineData("""{"evidence":[{}]}""", "evidence[0].url", "member-missing")]
    [InlineData("""{"evidence":[null]}""", "evidence[0]", "member-null")]
    [InlineData("""{"evidence":[{"url":null}]}""", "evidence[0].url", "member-null")]
    [InlineData("""{"evidence":[{"url":"https://a.go.th/1"},{"link":"x"}]}""", "evidence[1].link", "member-unknown")]
    [InlineData("""{"reports":[null]}""", "reports[0]", "member-null")]
    [InlineData("""{"reports":[{}]}""", "reports[0].round", "member-missing")]
    [InlineData("""{"reports":[{"round":"sixMonths"}]}""", "reports[0].date", "member-missing")]
    [InlineData("""{"reports":[{"round":"sixMonths","date":null}]}""", "reports[0].date", "member-null")]
    [InlineData("""{"reports":[{"round":6,"date":"2024-03-31"}]}""", "reports[0].round", "member-not-text")]
    [InlineData("""{"reports":[{"round":"weekly","date":"2024-03-31"}]}""", "reports[0].round", "member-not-listed")]
    [InlineData("""{"steps":["ร่าง",null]}""", "steps[1]", "member-null")]
    [InlineData("""{"items":[1]}""", "items[0]", "member-not-text")]
    [InlineData("""{"items":"I1"}""", "items", "member-not-list")]
    [InlineData("""{"percent":"40"}""", "percent", "member-not-number")]
    [InlineData("""{"percent":true}""", "percent", "member-not-number")]
    [InlineData("""{"percent":1e400}""", "percent", "member-not-number")]
    [InlineData("""{"issue":1.5}""", "issue", "member-not-whole")]
    [InlineData("""{"issue":99999999999}""", "issue", "member-not-whole")]
    [InlineData("""{"status":99}""", "status", "member-not-text")]
    [InlineData("""{"status":"ทำแล้ว"}""", "status", "member-not-listed")]
    [InlineData("""{"result":["ร่างแล้ว"]}""", "result", "member-not-text")]
    [InlineData("""{"result":"a","Result":"b"}""", "Result", "member-twice")]
    [InlineData("""{"percnt":40}""", "percnt", "member-unknown")]
    [InlineData("""{"result":"a\ud800b"}""", "result", "member-character")]
    [InlineData("""{"result":"a\u0000b"}""", "result", "member-character")]
    [InlineData("""{"result":"a\u202eb"}""", "result", "member-character")]
    [InlineData("""{"responsible":"a\u0085b"}""", "responsible", "member-garbled")]
    [InlineData("""{"carriedOut":2024}""", "carriedOut", "member-common-era")]
    [InlineData("""{"carriedOut":3000}""", "carriedOut", "member-out-of-range")]
    [InlineData("""{"id":"m02"}""", "id", "member-differs")]
    [InlineData("[]", "body", "member-not-object")]
    [InlineData("null", "body", "member-null")]
    [InlineData("1", "body", "member-not-object")]
    [InlineData("\"x\"", "body", "member-not-object")]
    [InlineData("", null, "body-empty")]
    [InlineData("{bad", null, "body-not-json")]
    [InlineData("{\"result\":\"a\"} x", null, "body-not-json")]
    public async Task A_measure_that_does_not_fit_is_refused_and_stays_as_it_was(string body, string? member, string code)
    {
        using var put = await running.Api.PutAsync(Measures, """[{"measure":"จัดทำคู่มือ","items":["I1"],"result":"ร่าง"}]""");
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        var before = await running.Api.JsonAsync(Measures);

        var problem = await ProblemAsync(running.Api.SendAsync(HttpMethod.Patch, Measure, new StringContent(body)), "measures-invalid");

        Assert.Contains((member, code), Errors(problem));
        Assert.Equal(before.GetRawText(), (await running.Api.JsonAsync(Measures)).GetRawText());
    }

    [Theory]
    [InlineData("[null]", "[0]", "member-null")]
    [InlineData("""[{"measure":"a"},null]""", "[1]", "member-null")]
    [InlineData("""[{"measure":"a","id":"!plan"}]""", "[0].id", "measure-id")]
    [InlineData("""[{"measure":"a","id":""}]""", "[0].id", "measure-id")]
    [InlineData("""[{"measure":"a","id":"a/b"}]""", "[0].id", "measure-id")]
    [InlineData("""[{"measure":"a","id":"x"},{"measure":"b","id":"x"}]""", "[1].id", "measure-id-twice")]
    [InlineData("""[{"measure":"a","id":"m02"},{"measure":"b"}]""", "[1].id", "measure-id-twice")]
    [InlineData("""[{"measure":"a","evidence":[{"url":"x","date":"2567-02-29"}]}]""", "[0].evidence[0].date", "day-buddhist-era")]
    [InlineData("""{"measures":[]}""", "body", "member-not-list")]
    public async Task A_plan_that_does_not_fit_is_refused_as_a_whole(string body, string member, string code)
    {
        var problem = await ProblemAsync(running.Api.PutAsync("measures/2566/BODYPLAN", body), "measures-invalid");

        Assert.Contains((member, code), Errors(problem));
        Assert.Equal(0, (await running.Api.JsonAsync("measures/2566/BODYPLAN")).GetProperty("measures").GetArrayLength());
    }

    [Theory]
    [InlineData("agencies/2566/BODY", """{"agencyName":5}""", "agency-invalid", "agencyName", "member-not-text")]
    [InlineData("agencies/2566/BODY", """{"agencyName":"ก\u200fข"}""", "agency-invalid", "agencyName", "member-character")]
    [InlineData("agencies/2566/BODY", """{"agencyName":"ก\nข"}""", "agency-invalid", "agencyName", "member-character")]
    [InlineData("agencies/2566/BODY", """{"internalStaff":"40"}""", "agency-invalid", "internalStaff", "member-not-whole")]
    [InlineData("agencies/2566/BODY", """{"agencyCode":"OTHER"}""", "agency-invalid", "agencyCode", "member-differs")]
    [InlineData("agencies/2566/BODY", """{"fiscalYear":2567}""", "agency-invalid", "fiscalYear", "member-differs")]
    [InlineData("agencies/2566/BODY", """{"registered":"true"}""", "agency-invalid", "registered", "member-not-boolean")]
    [InlineData("reports/2566/BODY/memo/head", """{"address":[null]}""", "head-invalid", "address[0]", "member-null")]
    [InlineData("reports/2566/BODY/memo/head", """{"copiesTo":["กองคลัง",null]}""", "head-invalid", "copiesTo[1]", "member-null")]
    [InlineData("reports/2566/BODY/memo/head", """{"signatories":[{}]}""", "head-invalid", "signatories[0].position", "member-missing")]
    [InlineData("reports/2566/BODY/memo/head", """{"signatories":null}""", "head-invalid", "signatories", "member-null")]
    [InlineData("reports/2566/BODY/memo/head", """{"date":"2567-03-29"}""", "head-invalid", "date", "day-buddhist-era")]
    [InlineData("surveys/2567/BODY", """{"opens":"2024-01-01"}""", "survey-invalid", "closes", "member-missing")]
    [InlineData(
        "surveys/2567/BODY", """{"opens":"2024-01-01","closes":"2024-02-01","closesWhenReached":1}""",
        "survey-invalid", "closesWhenReached", "member-not-boolean")]
    public async Task A_member_of_the_wrong_kind_is_named(string path, string body, string problemCode, string member, string code)
    {
        var problem = await ProblemAsync(running.Api.PutAsync(path, body), problemCode);

        Assert.Contains((member, code), Errors(problem));
    }

    [Theory]
    [InlineData("agencies/2566/BODY")]
    [InlineData(Measures)]
    public async Task Bytes_that_are_not_UTF_8_are_refused(string path)
    {
        using var answer = await running.Api.SendAsync(HttpMethod.Put, path, new ByteArrayContent([.. "{\"agencyName\":\""u8, 0xFF, .. "\"}"u8]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains((null, "body-not-utf8"), Errors(await Caller.JsonAsync(answer)));
    }

    [Theory]
    [InlineData(14, HttpStatusCode.BadRequest, "member-unknown")]
    [InlineData(15, HttpStatusCode.BadRequest, "member-unknown")]
    [InlineData(16, HttpStatusCode.BadRequest, "body-too-deep")]
    [InlineData(3000, HttpStatusCode.BadRequest, "body-not-json")]
    public async Task Deep_nesting_is_refused(int depth, HttpStatusCode status, string code)
    {
        var body = $"{{\"x\":{new string('[', depth)}{new string(']', depth)}}}";
        using var answer = await running.Api.PutAsync("agencies/2566/BODY", body);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(Errors(await Caller.JsonAsync(answer)), error => error.Code == code);
    }

    [Fact]
    public async Task A_body_with_a_byte_order_mark_is_read()
    {
        using var answer = await running.Api.SendAsync(
            HttpMethod.Put, "agencies/2566/BODYBOM", new ByteArrayContent([.. Encoding.UTF8.Preamble, .. "{\"registered\":true}"u8]));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_larger_than_the_limit_is_refused() => await RefusalsTests.RefusedAsync(
        running.Api.PutAsync(Measures, new string(' ', 4_000_001)), HttpStatusCode.RequestEntityTooLarge, "body-too-large");

    [Fact]
    public async Task What_the_API_returns_can_be_sent_again()
    {
        using var put = await running.Api.PutAsync(
            "measures/2566/BODYAGAIN",
            """
            [{"measure":"ก","items":["I1"],"steps":["1\n2"],"evidence":[{"url":"https://a.go.th/1","date":"2024-01-31"}],
              "reports":[{"round":"sixMonths","date":"2024-03-31","percent":40.5,"result":"x"}]}]
            """);
        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync());
        var measure = (await running.Api.JsonAsync("measures/2566/BODYAGAIN")).GetProperty("measures")[0].GetProperty("measure").GetRawText();

        using var again = await running.Api.PutAsync("measures/2566/BODYAGAIN", $"[{measure}]");
        using var patched = await running.Api.SendAsync(HttpMethod.Patch, "measures/2566/BODYAGAIN/m01", new StringContent(measure));
        using var agency = await running.Api.PutAsync("agencies/2566/BODYAGAIN", """{"agencyName":"หน่วยงานตัวอย่าง"}""");
        using var sameAgency = await running.Api.PutAsync("agencies/2566/BODYAGAIN", await agency.Content.ReadAsStringAsync());
        using var head = await running.Api.PutAsync(
            "reports/2566/BODYAGAIN/memo/head", (await running.Api.JsonAsync("reports/2566/BODYAGAIN/memo/head")).GetRawText());

        Assert.All([again, patched, sameAgency, head], answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var after = await running.Api.JsonAsync("measures/2566/BODYAGAIN");
        Assert.Equal(measure, after.GetProperty("measures")[0].GetProperty("measure").GetRawText());
    }

    internal static async Task<JsonElement> ProblemAsync(Task<HttpResponseMessage> asking, string code)
    {
        using var answer = await asking;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{answer.StatusCode} {text}");
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        return problem;
    }

    internal static IEnumerable<(string? Field, string Code)> Errors(JsonElement problem) => problem.GetProperty("errors").EnumerateArray()
        .Select(error => (error.GetProperty("field").GetString(), error.GetProperty("code").GetString()!)).ToList();
}
