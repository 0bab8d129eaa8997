using System.Net;
using System.Text.RegularExpressions;
using Ita.App.Results;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Surveys;
using Ita.App.Web;
using Ita.Browser.Tests.Browsing;

namespace Ita.Browser.Tests;

/// <summary>Requests that our forms never send: forged, from another site, too long, for a closed or unknown
/// survey.</summary>
[Collection(PageTests.Name)]
public sealed partial class RefusedPostTests(RunningApp running) : IDisposable
{
    private readonly HttpClient http =
        new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = running.App.Host.Address };

    public void Dispose() => http.Dispose();

    [Theory]
    [InlineData("I1", "7")]
    [InlineData("I1", "100")]
    [InlineData("I1", "<script>alert(1)</script>")]
    [InlineData("I99", "1")]
    [InlineData("score", "100")]
    public async Task A_forged_field_is_refused_and_nothing_is_counted(string field, string value)
    {
        var (survey, path, fields) = await FilledAsync($"FORGED-{field}-{value.Length}");

        fields[field] = value;
        var (status, page) = await PostAsync(path, fields);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Equal(0, await survey.GotAsync("IIT"));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    public async Task A_request_from_another_site_is_refused(string header, string value)
    {
        var (survey, path, fields) = await FilledAsync($"SITE-{header}-{value.Length}");

        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(path, fields, (header, value))).Status);
        Assert.Equal(0, await survey.GotAsync("IIT"));
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(path, fields, ("Sec-Fetch-Site", "same-origin"))).Status);
        Assert.Equal(1, await survey.GotAsync("IIT"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("1700000000-AAAAAAAAAAAAAAAAAAAAAA.0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task A_token_that_the_app_did_not_issue_is_refused(string token)
    {
        var (survey, path, fields) = await FilledAsync($"TOKEN-{token.Length}");

        fields["token"] = token;

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(path, fields)).Status);
        Assert.Equal(0, await survey.GotAsync("IIT"));
    }

    [Fact]
    public async Task A_token_of_another_agency_is_refused()
    {
        var (_, _, other) = await FilledAsync("TOKEN-OF-OTHER");
        var (survey, path, fields) = await FilledAsync("TOKEN-OF-THIS");

        fields["token"] = other["token"];

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(path, fields)).Status);
        Assert.Equal(0, await survey.GotAsync("IIT"));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_sheet()
    {
        var (survey, path, fields) = await FilledAsync("TWICE");

        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(path, fields)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(path, fields)).Status);
        Assert.Equal(1, await survey.GotAsync("IIT"));
    }

    [Fact]
    public async Task A_form_longer_than_any_of_the_app_is_refused()
    {
        var (survey, path, fields) = await FilledAsync("LONG");

        fields["I1"] = new string('1', 100_000);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(path, fields)).Status);
        Assert.Equal(0, await survey.GotAsync("IIT"));
    }

    [Fact]
    public async Task A_closed_survey_says_so_and_accepts_nothing()
    {
        var (survey, path, fields) = await FilledAsync("CLOSED");
        await survey.CloseAsync();

        var (shown, page) = await GetAsync(path);
        Assert.Equal(HttpStatusCode.Conflict, shown);
        Assert.Contains("ปิดรับคำตอบแล้ว", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(path, fields)).Status);
        Assert.Equal(0, await survey.GotAsync("IIT"));
    }

    [Theory]
    [InlineData("/api/app/surveys/2567/NOBODY/iit")]
    [InlineData("/api/app/surveys/2599/NOBODY/iit")]
    [InlineData("/api/app/surveys/2567/NOBODY")]
    [InlineData("/api/app/results/2567/NOBODY")]
    [InlineData("/api/app/nothing/here")]
    public async Task A_missing_page_is_answered_with_a_page_that_says_so(string path)
    {
        var (status, page) = await GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("ไม่พบหน้าที่ขอ", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/app")]
    [InlineData("/api/app/nothing/here")]
    public async Task Every_page_forbids_scripts_frames_and_other_sites(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain("<script", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_style_sheet_and_the_typeface_are_kept_by_browsers()
    {
        var (_, page) = await GetAsync("/api/app");
        var sheet = StyleSheet().Match(page).Groups[1].Value;

        foreach (var (address, type) in new[]
        {
            (sheet, "text/css"), (sheet.Replace("app.css", "sarabun-thai-400.woff2", StringComparison.Ordinal), "font/woff2")
        })
        {
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal(TimeSpan.FromDays(365), answer.Headers.CacheControl!.MaxAge);
        }
    }

    // All fields that a browser would send, with the first option of every question chosen.
    private async Task<(SurveyCalls Survey, string Path, Dictionary<string, string> Fields)> FilledAsync(string agency)
    {
        var survey = new SurveyCalls(running, agency);
        var code = await survey.OpenAsync();
        var path = Visit.SurveyPath(agency, "iit");
        var (_, page) = await GetAsync(path);
        var fields = SurveyCalls.Answers("IIT");
        fields["code"] = code;
        fields["token"] = Token().Match(page).Groups[1].Value;
        return (survey, path, fields);
    }

    private async Task<(HttpStatusCode Status, string Page)> GetAsync(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<(HttpStatusCode Status, string Page)> PostAsync(
        string path, Dictionary<string, string> fields, (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        if (header is { } set)
        {
            request.Headers.Add(set.Name, set.Value);
        }

        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"([^\"]+)\"")]
    private static partial Regex StyleSheet();
}
