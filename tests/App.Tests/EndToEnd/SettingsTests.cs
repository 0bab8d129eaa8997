using System.Net;
using System.Text;
using Ita.App.Tests.Hosting;
using Ita.Tests;

namespace Ita.App.Tests.EndToEnd;

/// <summary>The settings of an agency and year, by the API and by a file, and their effect on every kind of document.</summary>
[Collection(AppTests.Name)]
public sealed class SettingsTests(RunningApp running)
{
    [Fact]
    public async Task Settings_that_were_put_are_returned()
    {
        const string Sent = """
            {"lowLimit":95,"digits":[{"digits":"thai"},{"kind":"analysis","digits":"arabic"}],"addressee":"นายกเทศมนตรีเมืองตัวอย่าง",
            "unit":"สำนักปลัด","telephone":"0 2000 0000","address":["ศาลากลาง"],"signatories":[{"position":"ปลัดเทศบาล","name":"นาง ก"}],
            "chapters":[{"chapter":"analysis.method","printed":false}]}
            """;

        using var put = await running.Api.PutAsync("reports/2565/SETTINGS/settings", Sent);
        var got = await running.Api.JsonAsync("reports/2565/SETTINGS/settings");

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal(("95", "สำนักปลัด"), (got.GetProperty("lowLimit").GetRawText(), got.GetProperty("unit").GetString()));
        Assert.Equal("arabic", got.GetProperty("digits")[1].GetProperty("digits").GetString());
        Assert.Equal("นาง ก", got.GetProperty("signatories")[0].GetProperty("name").GetString());
        Assert.False(got.GetProperty("chapters")[0].GetProperty("printed").GetBoolean());
    }

    [Theory]
    [InlineData("no JSON", "body-not-json")]
    [InlineData("""{"lowLimit":100}""", "limits-invalid")]
    [InlineData("""{"lowLimit":-0.01}""", "limits-invalid")]
    [InlineData("""{"highLimit":100.01}""", "limits-invalid")]
    [InlineData("""{"lowLimit":84.999}""", "limits-invalid")]
    [InlineData("""{"highLimit":85}""", "limits-invalid")]
    [InlineData("""{"lowLimit":"95"}""", "member-not-number")]
    [InlineData("""{"digits":[{"digits":"roman"}]}""", "member-not-listed")]
    [InlineData("""{"digits":[{"digits":"thai","kind":"summary"}]}""", "member-not-listed")]
    [InlineData("""{"digits":[{"digits":"thai"},{"digits":"arabic"}]}""", "member-twice")]
    [InlineData("""{"chapters":[{"chapter":"analysis.ending","printed":true}]}""", "member-not-listed")]
    [InlineData("""{"address":["1","2","3","4","5","6","7","8","9"]}""", "member-too-many")]
    [InlineData("""{"emblem":"x"}""", "member-unknown")]
    public async Task Wrong_settings_are_refused_with_the_member_at_fault(string sent, string fault)
    {
        using var put = await running.Api.PutAsync("reports/2565/UNSET/settings", sent);
        var problem = await Caller.JsonAsync(put);

        Assert.Equal((HttpStatusCode.BadRequest, "settings-invalid"), (put.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Contains(problem.GetProperty("errors").EnumerateArray(), one => one.GetProperty("code").GetString() == fault);
        Assert.Equal("null", (await running.Api.JsonAsync("reports/2565/UNSET/settings")).GetProperty("lowLimit").GetRawText());
    }

    [Fact]
    public async Task Every_kind_has_another_content_after_its_settings_changed()
    {
        await running.Api.SentAsync(ScoreFile.Whole("SETALL", 90m), "setall.csv");
        string[] kinds = ["analysis", "measures", "memo", "circular", "check"];
        var before = await PagesAsync("SETALL", kinds);

        await running.Api.SentAsync(
            "fiscal_year,agency_code,setting,value\n2565,SETALL,low_limit,95\n2565,SETALL,เรียน (หนังสือเวียน),ทุกกอง\n", "settings.csv");

        var after = await PagesAsync("SETALL", kinds);
        Assert.All(kinds, kind => Assert.NotEqual(before[kind], after[kind]));
        Assert.Contains("95", after["memo"], StringComparison.Ordinal);
        Assert.Contains("95.00", after["analysis"], StringComparison.Ordinal);
        Assert.Contains("ทุกกอง", after["circular"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_keeps_the_settings_that_it_does_not_mention()
    {
        using var put = await running.Api.PutAsync("reports/2565/SETTWICE/settings", """{"unit":"สำนักปลัด","lowLimit":80}""");

        var upload = await running.Api.SentAsync(
            "fiscal_year,agency_code,setting,value\n2565,SETTWICE,telephone,0 2000 0000\n2565,SETTWICE,digits,ไทย\n", "twice.csv");
        var got = await running.Api.JsonAsync("reports/2565/SETTWICE/settings");

        Assert.Equal(("accepted", "settings"), (upload.Status(), upload.GetProperty("kind").GetString()));
        Assert.Equal(
            ("สำนักปลัด", "80", "0 2000 0000"),
            (got.GetProperty("unit").GetString(), got.GetProperty("lowLimit").GetRawText(), got.GetProperty("telephone").GetString()));
    }

    [Fact]
    public async Task The_digits_of_the_settings_are_those_of_a_document_asked_for_without_digits()
    {
        await running.Api.SentAsync(ScoreFile.Whole("SETDIGITS", 90m), "setdigits.csv");
        using var put = await running.Api.PutAsync("reports/2565/SETDIGITS/settings", """{"digits":[{"digits":"thai","kind":"memo"}]}""");

        Assert.Contains("พ.ศ. ๒๕๖๕", await PageAsync("SETDIGITS", "memo"), StringComparison.Ordinal);
        Assert.Contains("พ.ศ. 2565", await PageAsync("SETDIGITS", "memo", "&digits=arabic"), StringComparison.Ordinal);
        Assert.Contains("พ.ศ. 2565", await PageAsync("SETDIGITS", "circular"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_analysis_and_the_coverage_use_the_limits_of_the_settings()
    {
        await running.Api.SentAsync(ScoreFile.Whole("SETLIMIT", 90m), "setlimit.csv");
        using var put = await running.Api.PutAsync("reports/2565/SETLIMIT/settings", """{"lowLimit":95}""");

        Assert.Equal("95", await PassAsync("results/2565/SETLIMIT/analysis"));
        Assert.Equal("85", await PassAsync("results/2565/SETLIMIT/analysis?pass=85"));
    }

    [Fact]
    public async Task An_emblem_is_stored_as_a_picture_and_printed_in_memo_and_circular()
    {
        await running.Api.SentAsync(ScoreFile.Whole("EMBLEM", 90m), "emblem.csv");
        const string Place = "reports/2565/EMBLEM/emblem";

        using var put = await running.Api.SendAsync(HttpMethod.Put, Place, new ByteArrayContent(Encoding.UTF8.GetBytes(Drawings.Circle)));

        Assert.Equal("image/png", (await Caller.JsonAsync(put)).GetProperty("contentType").GetString());
        using var got = await running.Api.GetAsync(Place);
        Assert.Equal("image/png", got.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<img alt=\"ตราประจำหน่วยงาน\" src=\"data:image/png;base64,", await PageAsync("EMBLEM", "memo"), StringComparison.Ordinal);
        Assert.Contains("<img alt=\"ตราประจำหน่วยงาน\" src=\"data:image/png;base64,", await PageAsync("EMBLEM", "circular"), StringComparison.Ordinal);
        using var deleted = await running.Api.SendAsync(HttpMethod.Delete, Place, new StringContent(""));
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.DoesNotContain("<img", await PageAsync("EMBLEM", "memo"), StringComparison.Ordinal);
        await RefusalsTests.RefusedAsync(running.Api.GetAsync(Place), HttpStatusCode.NotFound, "emblem-none");
        await RefusalsTests.RefusedAsync(
            running.Api.SendAsync(HttpMethod.Delete, Place, new StringContent("")), HttpStatusCode.NotFound, "emblem-none");
    }

    [Fact]
    public async Task A_file_that_is_no_safe_picture_is_refused_as_emblem()
    {
        await RefusedAsync([], HttpStatusCode.BadRequest, "upload-empty");
        await RefusedAsync("GIF89a"u8.ToArray(), HttpStatusCode.UnsupportedMediaType, "emblem-unknown");
        await RefusedAsync(PictureFiles.Jpeg[..300], HttpStatusCode.BadRequest, "picture-broken");
        await RefusedAsync(Encoding.UTF8.GetBytes(Drawings.WithScript), HttpStatusCode.BadRequest, "emblem-svg");
        await RefusedAsync(new byte[3_000_001], HttpStatusCode.RequestEntityTooLarge, "picture-too-large");
        await RefusalsTests.RefusedAsync(running.Api.GetAsync("reports/2565/UNSET/emblem"), HttpStatusCode.NotFound, "emblem-none");
    }

    [Fact]
    public async Task Settings_and_emblem_are_for_key_holders_only()
    {
        using var stranger = new Caller(running.App.Host.Address, null);

        await RefusalsTests.RefusedAsync(stranger.GetAsync("reports/2565/UNSET/settings"), HttpStatusCode.Unauthorized, "key-required");
        await RefusalsTests.RefusedAsync(stranger.GetAsync("reports/2565/UNSET/emblem"), HttpStatusCode.Unauthorized, "key-required");
        await RefusalsTests.RefusedAsync(stranger.GetAsync("emblem"), HttpStatusCode.Unauthorized, "key-required");
    }

    private async Task<string> PassAsync(string path) =>
        (await running.Api.JsonAsync(path)).GetProperty("thresholds").GetProperty("pass").GetRawText();

    private async Task<Dictionary<string, string>> PagesAsync(string agency, string[] kinds)
    {
        var pages = new Dictionary<string, string>();
        foreach (var kind in kinds)
        {
            pages.Add(kind, await PageAsync(agency, kind));
        }

        return pages;
    }

    private async Task<string> PageAsync(string agency, string kind, string options = "")
    {
        using var page = await running.Api.GetAsync($"reports/2565/{agency}/{kind}?format=html{options}");
        return await page.Content.ReadAsStringAsync();
    }

    private Task RefusedAsync(byte[] file, HttpStatusCode status, string code)
    {
        var body = new ByteArrayContent(file);
        body.Headers.ContentType = new("application/octet-stream");
        return RefusalsTests.RefusedAsync(running.Api.SendAsync(HttpMethod.Put, "reports/2565/UNSET/emblem", body), status, code);
    }
}
