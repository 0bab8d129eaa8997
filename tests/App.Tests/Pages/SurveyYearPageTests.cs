using System.Net;
using System.Text.RegularExpressions;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Pages;

/// <summary>The assessor's pages for opening and closing surveys.</summary>
[Collection(AppTests.Name)]
public sealed partial class SurveyYearPageTests(RunningApp running) : IDisposable
{
    private static readonly (string, string) Opens = ("opens", "2025-01-01");
    private static readonly (string, string) Closes = ("closes", "2199-06-30");

    private readonly PageClient pages = new(running.App.Host.Address);

    public void Dispose() => pages.Dispose();

    [Fact]
    public async Task A_survey_is_set_closed_and_opened_again()
    {
        const string Agency = "YEARPAGE-A";
        const string Address = $"/survey-years/2567/{Agency}";

        var set = await pages.PostAsync("/survey-years/2567", ("agency", " YEARPAGE-A "), Opens, Closes, ("whenReached", "true"));
        Assert.Equal((HttpStatusCode.SeeOther, $"/api/app{Address}?done=set"), (set.Status, set.Location));
        Assert.Contains(Agency, (await pages.GetAsync("/survey-years/2567")).Text, StringComparison.Ordinal);
        Assert.True((await StateAsync(Agency)).GetProperty("closesWhenReached").GetBoolean());

        var closed = await pages.PostAsync($"{Address}/close", ("reason", "ครบแล้ว"));
        Assert.Equal($"/api/app{Address}?done=close", closed.Location);
        Assert.Equal("closed", (await StateAsync(Agency)).GetProperty("state").GetString());

        var opened = await pages.PostAsync($"{Address}/reopen", ("reason", "ขอเพิ่ม"), ("lastDay", "2199-07-01"));
        Assert.Equal($"/api/app{Address}?done=reopen", opened.Location);
        Assert.Equal("open", (await StateAsync(Agency)).GetProperty("state").GetString());
        Assert.Contains("เปิดรับแบบวัดอีกครั้งแล้ว", (await pages.GetAsync($"{Address}?done=reopen")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "2026-10-01", "2199-06-30", "agency")]
    [InlineData("YEARPAGE-B", "", "2199-06-30", "opens")]
    [InlineData("YEARPAGE-B", "2026-10-01", "2569-06-30", "closes")]
    [InlineData("YEARPAGE-B", "2026-10-02", "2026-10-01", "opens")]
    [InlineData("YEARPAGE-B", "2001-10-02", "2199-10-01", "opens")]
    public async Task A_period_that_the_API_would_refuse_is_shown_again(string agency, string opens, string closes, string field)
    {
        var refused = await pages.PostAsync("/survey-years/2567", ("agency", agency), ("opens", opens), ("closes", closes));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains($"href=\"#{field}\"", refused.Text, StringComparison.Ordinal);
        Assert.All(new[] { agency, opens, closes }.Where(text => text.Length > 0), text =>
            Assert.Contains($"value=\"{text}\"", refused.Text, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await pages.GetAsync("/survey-years/2567/YEARPAGE-B")).Status);
    }

    [Fact]
    public async Task A_period_that_another_changed_is_not_overwritten_and_what_was_typed_stays()
    {
        const string Address = "/survey-years/2567/YEARPAGE-C";
        await pages.PostAsync("/survey-years/2567", ("agency", "YEARPAGE-C"), Opens, Closes);
        var seen = Seen().Match((await pages.GetAsync(Address)).Text).Groups[1].Value;
        await pages.PostAsync($"{Address}/period", ("seen", seen), Opens, ("closes", "2199-07-01"));

        var late = await pages.PostAsync($"{Address}/period", ("seen", seen), Opens, ("closes", "2199-08-01"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("value=\"2199-08-01\"", late.Text, StringComparison.Ordinal);
        Assert.Contains("ผู้อื่นแก้ไขข้อมูลนี้หลังจากที่เปิดหน้านี้", late.Text, StringComparison.Ordinal);
        Assert.Equal("2199-07-01", (await StateAsync("YEARPAGE-C")).GetProperty("closes").GetString());
        var twice = await pages.PostAsync("/survey-years/2567", ("agency", "YEARPAGE-C"), Opens, Closes);
        Assert.Equal(HttpStatusCode.Conflict, twice.Status);
    }

    [Theory]
    [InlineData("close", "reason", "", "close")]
    [InlineData("reopen", "reason", "", "reopen")]
    [InlineData("reopen", "lastDay", "2001-01-01", "reopen")]
    public async Task A_refused_closing_or_opening_says_why_and_keeps_what_was_typed(string form, string field, string value, string typed)
    {
        var agency = $"YEARPAGE-{form}-{field}".ToUpperInvariant();
        var address = $"/survey-years/2567/{agency}";
        await pages.PostAsync("/survey-years/2567", ("agency", agency), Opens, Closes);
        if (form == "reopen")
        {
            await pages.PostAsync($"{address}/close", ("reason", "ปิดก่อน"));
        }

        var fields = new Dictionary<string, string> { ["reason"] = "เหตุผลที่พิมพ์", ["lastDay"] = "2199-07-02", [field] = value };
        var refused = await pages.PostAsync($"{address}/{form}", [.. fields.Select(pair => (pair.Key, pair.Value))]);

        Assert.True((int)refused.Status is >= 400 and < 500, $"{refused.Status}");
        Assert.Contains("role=\"alert\"", refused.Text, StringComparison.Ordinal);
        Assert.Equal(field != "reason", refused.Text.Contains("value=\"เหตุผลที่พิมพ์\"", StringComparison.Ordinal));
        Assert.Equal(typed == "reopen", refused.Text.Contains($"value=\"{fields["lastDay"]}\"", StringComparison.Ordinal));
    }

    private Task<System.Text.Json.JsonElement> StateAsync(string agency) => running.Api.JsonAsync($"surveys/2567/{agency}");

    [GeneratedRegex("name=\"seen\" value=\"(.+)\" />")]
    private static partial Regex Seen();
}
