using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ita.App.Tests.Hosting;
using Ita.Tests;

namespace Ita.App.Tests.EndToEnd;

/// <summary>The forms for the settings, letter heads and emblem of an agency store what the API stores, under the same rules.</summary>
[Collection(AppTests.Name)]
public sealed partial class SettingsPageTests(RunningApp running) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        BaseAddress = running.App.Host.Address,
        DefaultRequestHeaders = { Authorization = new("Bearer", AppOnHost.Key) },
    };

    [Fact]
    public async Task Settings_of_the_form_are_those_of_the_api()
    {
        const string Page = "settings/2565/FORMA";

        using var saved = await PostAsync(
            Page,
            await TagAsync(Page),
            ("addressee", "นายกองค์การบริหารส่วนตำบลทดสอบ"),
            ("lowLimit", "95"),
            ("address", "บรรทัดแรก\r\n\r\n บรรทัดสอง \r\n"),
            ("signatories[2].position", "ปลัดองค์การบริหารส่วนตำบล"),
            ("digits-memo", "arabic"),
            ("digits-all", ""),
            ("chapter-analysis.method", "true"));

        Assert.Equal((HttpStatusCode.SeeOther, $"/api/app/{Page}?done=saved"), (saved.StatusCode, saved.Headers.Location!.ToString()));
        var stored = await running.Api.JsonAsync("reports/2565/FORMA/settings");
        Assert.Equal("นายกองค์การบริหารส่วนตำบลทดสอบ", stored.GetProperty("addressee").GetString());
        Assert.Equal(95m, stored.GetProperty("lowLimit").GetDecimal());
        Assert.Equal(["บรรทัดแรก", "บรรทัดสอง"], stored.GetProperty("address").EnumerateArray().Select(line => line.GetString()!));
        Assert.Equal("ปลัดองค์การบริหารส่วนตำบล", Assert.Single(stored.GetProperty("signatories").EnumerateArray()).GetProperty("position").GetString());
        Assert.Equal("memo arabic", string.Join(' ', stored.GetProperty("digits").EnumerateArray().Select(
            one => $"{one.GetProperty("kind").GetString()} {one.GetProperty("digits").GetString()}")));

        // A chapter that is not checked is left out, a usual one that is checked needs no choice.
        Assert.DoesNotContain("analysis.method", Chapters(stored));
        Assert.Contains("measures.contents", Chapters(stored));
    }

    [Fact]
    public async Task A_saved_form_shows_what_was_saved()
    {
        const string Page = "settings/2565/FORMB";
        using var saved = await PostAsync(Page, await TagAsync(Page), ("unit", "สำนักปลัด"), ("signatories[0].position", "หัวหน้าสำนักปลัด"));

        var page = await ShownAsync($"{Page}?done=saved");

        Assert.Contains("บันทึกแล้ว", page, StringComparison.Ordinal);
        Assert.Contains("value=\"สำนักปลัด\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"หัวหน้าสำนักปลัด\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lowLimit", "แปดสิบ", "lowLimit")]
    [InlineData("lowLimit", "101", "lowLimit")]
    [InlineData("highLimit", "84.999", "lowLimit")]
    [InlineData("digits-memo", "roman", "")]
    public async Task A_refused_form_names_the_field_and_keeps_what_was_typed(string field, string value, string at)
    {
        const string Page = "settings/2565/FORMC";

        using var refused = await PostAsync(Page, await TagAsync(Page), ("unit", "หน่วยที่พิมพ์ไว้"), (field, value));

        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"#{at}", page, StringComparison.Ordinal);
        Assert.Contains("value=\"หน่วยที่พิมพ์ไว้\"", page, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await running.Api.JsonAsync("reports/2565/FORMC/settings")).GetProperty("unit").ValueKind);
    }

    [Fact]
    public async Task A_form_opened_before_another_change_overwrites_nothing()
    {
        const string Page = "settings/2565/FORMD";
        var early = await TagAsync(Page);
        using var other = await PostAsync(Page, await TagAsync(Page), ("unit", "ค่าของผู้อื่น"));

        using var late = await PostAsync(Page, early, ("unit", "ค่าของฉัน"));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("value=\"ค่าของฉัน\"", WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal("ค่าของผู้อื่น", (await running.Api.JsonAsync("reports/2565/FORMD/settings")).GetProperty("unit").GetString());
    }

    [Theory]
    [InlineData("memo", "number", "มท ๐๐๐๑/๑")]
    [InlineData("circular", "subject", "ประกาศผลการประเมิน")]
    [InlineData("follow-up-memo", "telephone", "0 0000 0000")]
    public async Task The_lines_of_a_letter_are_those_of_the_api(string kind, string field, string value)
    {
        var page = $"heads/2565/FORME/{kind}";

        using var saved = await PostAsync(page, await TagAsync(page), (field, value), ("date", "2026-11-20"), ("copiesTo", "กองคลัง\nกองช่าง"));

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var stored = await running.Api.JsonAsync($"reports/2565/FORME/{kind}/head");
        Assert.Equal(value, stored.GetProperty(field).GetString());
        Assert.Equal("2026-11-20", stored.GetProperty("date").GetString());
        Assert.Equal(2, stored.GetProperty("copiesTo").GetArrayLength());
        Assert.Contains("value=\"2026-11-20\"", await ShownAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_named_in_the_letter_head()
    {
        const string Page = "heads/2565/FORMF/memo";

        using var refused = await PostAsync(Page, await TagAsync(Page), ("copiesTo", "กองคลัง\n" + new string('ก', 301)));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("<a href=\"#copiesTo\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("settings/2565/FORMG")]
    [InlineData("heads/2565/FORMG/memo")]
    [InlineData("emblems/2565/FORMG/delete")]
    public async Task A_form_without_its_own_fields_is_refused(string page)
    {
        using var refused = await http.PostAsync(Address(page), new FormUrlEncodedContent([new("none", "")]));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task An_emblem_is_shown_replaced_and_deleted()
    {
        const string Page = "emblems/2565/FORMH";
        Assert.Contains("ยังไม่มีตรา", await ShownAsync(Page), StringComparison.Ordinal);

        using var wrong = await PostFileAsync(Page, "%PDF-1.7"u8.ToArray());
        using var saved = await PostFileAsync(Page, PictureFiles.Png(64, 64));

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, HttpStatusCode.SeeOther), (wrong.StatusCode, saved.StatusCode));
        Assert.Contains("<a href=\"#file\"", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("/api/v1/reports/2565/FORMH/emblem", await ShownAsync(Page), StringComparison.Ordinal);
        using var deleted = await http.PostAsync(Address($"{Page}/delete"), new FormUrlEncodedContent([new("confirmed", "yes")]));
        Assert.Equal(HttpStatusCode.SeeOther, deleted.StatusCode);
        Assert.Contains("ยังไม่มีตรา", await ShownAsync(Page), StringComparison.Ordinal);
    }

    public void Dispose() => http.Dispose();

    private static IEnumerable<string> Chapters(JsonElement settings) =>
        settings.GetProperty("chapters").EnumerateArray().Select(one => one.GetProperty("chapter").GetString()!);

    private static Uri Address(string page) => new($"/api/app/{page}", UriKind.Relative);

    private async Task<HttpResponseMessage> PostAsync(string page, string tag, params (string Name, string Value)[] fields) => await http.PostAsync(
        Address(page), new FormUrlEncodedContent([new("tag", tag), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]));

    private async Task<HttpResponseMessage> PostFileAsync(string page, byte[] file)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "emblem.png" } };
        return await http.PostAsync(Address(page), form);
    }

    private async Task<string> TagAsync(string page) => TagField().Match(await ShownAsync(page)).Groups["tag"].Value;

    private async Task<string> ShownAsync(string page)
    {
        using var answer = await http.GetAsync(Address(page));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("name=\"tag\" value=\"(?<tag>[^\"]+)\"")]
    private static partial Regex TagField();
}
