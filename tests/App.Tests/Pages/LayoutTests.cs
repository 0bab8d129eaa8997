using System.Net;
using System.Text.RegularExpressions;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Surveys;

namespace Ita.App.Tests.Pages;

/// <summary>What every page has: menu, footer, and the pages about the site.</summary>
[Collection(AppTests.Name)]
public sealed partial class LayoutTests(RunningApp running)
{
    [Theory]
    [InlineData("โทร. 0 2000 0000 <อีเมล>", true)]
    [InlineData("", false)]
    [InlineData("  ", false)]
    public async Task The_contact_is_at_the_foot_of_every_page_when_it_is_set(string contact, bool isShown)
    {
        await using var app = await AppInProcess.StartAsync(running.ConnectionString, ("ITA_CONTACT", contact));
        using var pages = new PageClient(app.Address);

        foreach (var path in new[] { "", "/privacy", "/nothing" })
        {
            var text = (await pages.GetAsync(path)).Text;
            Assert.Equal(isShown, text.Contains($"ติดต่อ {contact}</p>", StringComparison.Ordinal));
            Assert.Equal(isShown, text.Contains("<p>ติดต่อ", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("/privacy", "รหัสย่อที่แปลงกลับไม่ได้")]
    [InlineData("/accessibility", "WCAG 2.2")]
    [InlineData("/open-data", "/api/v1/schemas/result.json")]
    public async Task The_pages_about_the_site_need_no_key(string path, string expected)
    {
        await using var app = await AppInProcess.StartAsync(running.ConnectionString, ("ITA_READS", "keyed"));
        using var pages = new PageClient(app.Address, key: null);

        var page = await pages.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(expected, page.Text, StringComparison.Ordinal);
        Assert.Contains("<li aria-current=\"page\">", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "หน้าแรก", "page")]
    [InlineData("/agencies/2566", "ผลและหน่วยงาน", "true")]
    [InlineData("/uploads", "ไฟล์ที่ส่ง", "page")]
    [InlineData("/keys", null, null)]
    public async Task The_menu_marks_where_the_page_is(string path, string? entry, string? current)
    {
        using var pages = new PageClient(running.App.Host.Address);

        var marked = Marked().Matches((await pages.GetAsync(path)).Text);

        Assert.Equal(
            entry is null ? [] : new[] { $"{entry} {current}" }, marked.Select(match => $"{match.Groups[2].Value} {match.Groups[1].Value}"));
    }

    [Theory]
    [InlineData("agency")]
    [InlineData("assessor")]
    [InlineData("operator")]
    public async Task The_desk_links_to_what_the_key_may_open(string scope)
    {
        const string Agency = "DESK-OWN";
        await running.Api.SentAsync(ScoreFile.Whole(Agency, 80m), "desk.csv");
        await new SurveyCalls(running, Agency, 2565).OpenAsync();
        await using var app = await AppInProcess.StartAsync(running.ConnectionString, ("ITA_READS", "keyed"));
        using var pages = new PageClient(app.Address, await KeyAsync(scope, scope == "agency" ? Agency : null));

        var desk = await pages.GetAsync("/desk");

        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.Equal(scope == "operator", desk.Text.Contains("/api/app/audit", StringComparison.Ordinal));
        Assert.Equal(scope == "agency", desk.Text.Contains($"/api/app/results/2565/{Agency}", StringComparison.Ordinal));
        var links = Link().Matches(desk.Text).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(links);
        foreach (var address in links)
        {
            var status = (await pages.GetAsync(address["/api/app".Length..])).Status;
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.SeeOther, $"{address}: {status}");
        }
    }

    [Fact]
    public async Task The_desk_needs_a_key()
    {
        using var pages = new PageClient(running.App.Host.Address, key: null);

        Assert.Equal(HttpStatusCode.Unauthorized, (await pages.GetAsync("/desk")).Status);
    }

    private async Task<string> KeyAsync(string scope, string? agency)
    {
        using var answer = await running.Api.PostAsync(
            "keys", new StringContent(System.Text.Json.JsonSerializer.Serialize(new { scope, agency, note = nameof(LayoutTests) })));
        return (await Caller.JsonAsync(answer)).GetProperty("key").GetString()!;
    }

    [GeneratedRegex("<a href=\"[^\"]+\" aria-current=\"([a-z]+)\">([^<]+)</a>")]
    private static partial Regex Marked();

    [GeneratedRegex("<li><a href=\"(/api/app/[^\"]+)\">[^<]+</a> <span class=\"hint\">")]
    private static partial Regex Link();
}
