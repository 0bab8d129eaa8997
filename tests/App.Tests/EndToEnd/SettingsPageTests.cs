using System.Net;
using System.Text.Json;
using Ita.App.Tests.Hosting;
using Ita.Tests;

namespace Ita.App.Tests.EndToEnd;

/// <summary>The forms for the settings, letter heads and emblem of an agency store what the API stores, under the same rules.</summary>
[Collection(AppTests.Name)]
public sealed class SettingsPageTests(RunningApp running) : IDisposable
{
    private readonly OfficersForms forms = new(running.App.Host.Address);

    [Fact]
    public async Task Settings_of_the_form_are_those_of_the_api()
    {
        const string Page = "settings/2565/FORMA";

        var saved = await forms.SaveAsync(
            Page,
            ("addressee", "นายกองค์การบริหารส่วนตำบลทดสอบ"),
            ("lowLimit", "95"),
            ("address", "บรรทัดแรก\r\n\r\n บรรทัดสอง \r\n"),
            ("signatories[2].position", "ปลัดองค์การบริหารส่วนตำบล"),
            ("digits-memo", "arabic"),
            ("digits-all", ""),
            ("chapter-analysis.method", "true"));

        Assert.Equal((HttpStatusCode.SeeOther, $"/api/app/{Page}?done=saved"), saved);
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
        await forms.SaveAsync(Page, ("unit", "สำนักปลัด"), ("signatories[0].position", "หัวหน้าสำนักปลัด"));

        var page = await forms.ShownAsync($"{Page}?done=saved");

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

        var (status, page) = await forms.SaveAsync(Page, ("unit", "หน่วยที่พิมพ์ไว้"), (field, value));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.DoesNotContain(": lowLimit", page, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"#{at}", page, StringComparison.Ordinal);
        Assert.Contains("value=\"หน่วยที่พิมพ์ไว้\"", page, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await running.Api.JsonAsync("reports/2565/FORMC/settings")).GetProperty("unit").ValueKind);
    }

    [Fact]
    public async Task A_form_opened_before_another_change_overwrites_nothing()
    {
        const string Page = "settings/2565/FORMD";
        var early = await forms.TagAsync(Page);
        await forms.SaveAsync(Page, ("unit", "ค่าของผู้อื่น"));

        var (status, page) = await forms.PostAsync(Page, ("tag", early), ("unit", "ค่าของฉัน"));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("value=\"ค่าของฉัน\"", page, StringComparison.Ordinal);
        Assert.Equal("ค่าของผู้อื่น", (await running.Api.JsonAsync("reports/2565/FORMD/settings")).GetProperty("unit").GetString());
    }

    [Theory]
    [InlineData("memo", "number", "มท ๐๐๐๑/๑")]
    [InlineData("circular", "subject", "ประกาศผลการประเมิน")]
    [InlineData("follow-up-memo", "telephone", "0 0000 0000")]
    public async Task The_lines_of_a_letter_are_those_of_the_api(string kind, string field, string value)
    {
        var page = $"heads/2565/FORME/{kind}";

        var (status, _) = await forms.SaveAsync(page, (field, value), ("date", "2026-11-20"), ("copiesTo", "กองคลัง\nกองช่าง"));

        Assert.Equal(HttpStatusCode.SeeOther, status);
        var stored = await running.Api.JsonAsync($"reports/2565/FORME/{kind}/head");
        Assert.Equal(value, stored.GetProperty(field).GetString());
        Assert.Equal("2026-11-20", stored.GetProperty("date").GetString());
        Assert.Equal(2, stored.GetProperty("copiesTo").GetArrayLength());
        Assert.Contains("value=\"2026-11-20\"", await forms.ShownAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_named_in_the_letter_head()
    {
        const string Page = "heads/2565/FORMF/memo";

        var (status, page) = await forms.SaveAsync(Page, ("copiesTo", "กองคลัง\n" + new string('ก', 301)));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("<a href=\"#copiesTo\">สำเนาส่ง ลำดับที่ 2", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("settings/2565/FORMG")]
    [InlineData("heads/2565/FORMG/memo")]
    [InlineData("emblems/2565/FORMG/delete")]
    public async Task A_form_without_its_own_fields_is_refused(string page) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await forms.PostAsync(page, ("none", ""))).Status);

    [Fact]
    public async Task An_emblem_is_shown_replaced_and_deleted()
    {
        const string Page = "emblems/2565/FORMH";
        Assert.Contains("ยังไม่มีตรา", await forms.ShownAsync(Page), StringComparison.Ordinal);

        var wrong = await forms.PostFileAsync(Page, "%PDF-1.7"u8.ToArray());
        var saved = await forms.PostFileAsync(Page, PictureFiles.Png(64, 64));

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, HttpStatusCode.SeeOther), (wrong.Status, saved.Status));
        Assert.Contains("<a href=\"#file\"", wrong.Page, StringComparison.Ordinal);
        Assert.Contains("/api/v1/reports/2565/FORMH/emblem", await forms.ShownAsync(Page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await forms.PostAsync($"{Page}/delete", ("confirmed", "yes"))).Status);
        Assert.Contains("ยังไม่มีตรา", await forms.ShownAsync(Page), StringComparison.Ordinal);
    }

    public void Dispose() => forms.Dispose();

    private static IEnumerable<string> Chapters(JsonElement settings) =>
        settings.GetProperty("chapters").EnumerateArray().Select(one => one.GetProperty("chapter").GetString()!);
}
