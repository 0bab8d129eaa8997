using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using System.Threading.RateLimiting;
using Ita.App.Surveys;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Surveys;

/// <summary>One post is worked on and one waits; a further one is refused and nothing of it is lost. In an app of its own, with clients that do not
/// repeat a call.</summary>
[Collection(AppTests.Name)]
public sealed partial class BusyTests(RunningApp running) : IAsyncLifetime, IDisposable
{
    private AppInProcess app = null!;
    private HttpClient http = null!;

    public async Task InitializeAsync()
    {
        app = await AppInProcess.StartAsync(running.ConnectionString, (SheetGate.AtOnceSetting, "1"), (SheetGate.WaitingSetting, "1"));
        http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = app.Address };
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task A_sheet_beyond_those_that_wait_is_answered_503_and_stored_when_it_is_sent_again()
    {
        var survey = new SurveyCalls(running, "BUSY-API");
        var sheet = new { code = await survey.OpenAsync(), nonce = SurveyCalls.Nonce(), answers = SurveyCalls.Answers("IIT") };
        var (worked, waiting) = await FillAsync();

        using (var refused = await http.PostAsJsonAsync($"api/v1/{survey.Path}/iit/responses", sheet))
        {
            var problem = await Caller.JsonAsync(refused);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(3), refused.Headers.RetryAfter?.Delta);
            Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
            Assert.Equal(("sheets-busy", 503), (problem.GetProperty("code").GetString(), problem.GetProperty("status").GetInt32()));
            Assert.Contains("อีก 3 วินาที", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }

        Assert.Equal(0, await survey.GotAsync("IIT"));
        await LeaveAsync(worked, waiting);
        using var stored = await http.PostAsJsonAsync($"api/v1/{survey.Path}/iit/responses", sheet);
        Assert.Equal(HttpStatusCode.Created, stored.StatusCode);
        Assert.Equal(1, await survey.GotAsync("IIT"));
    }

    [Theory]
    [InlineData("", "ส่งอีกครั้ง", "ขณะนี้มีผู้ใช้พร้อมกันจำนวนมาก")]
    [InlineData("?lang=en", "Send again", "Very many people are using this service right now")]
    public async Task A_persons_page_holds_every_field_and_posts_them_to_the_same_address(string query, string button, string heading)
    {
        var survey = new SurveyCalls(running, $"BUSY-PAGE{query.Length}");
        var code = await survey.OpenAsync();
        var address = $"/api/app/{survey.Path}/iit/start{query}";
        var opened = await PageAsync(HttpMethod.Get, $"/api/app/{survey.Path}/iit{query}", []);
        var fields = new Dictionary<string, string>(Hidden(opened.Text)) { ["code"] = code, ["i1"] = "2", ["i15"] = "<3>" };
        var (worked, waiting) = await FillAsync();

        var busy = await PageAsync(HttpMethod.Post, address, new(fields) { ["not-of-the-form"] = "x" });
        await LeaveAsync(worked, waiting);
        var begun = await PageAsync(HttpMethod.Post, address, Hidden(busy.Text));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "3"), (busy.Status, busy.RetryAfter));
        Assert.Equal(fields, Hidden(busy.Text));
        Assert.Contains($"<form method=\"post\" action=\"{address}\">", busy.Text, StringComparison.Ordinal);
        Assert.Contains(button, busy.Text, StringComparison.Ordinal);
        Assert.Contains(heading, busy.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, begun.Status);
        Assert.Contains("name=\"i1\" value=\"2\" id=\"q-i1-2\" checked", begun.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Passwords_are_refused_too_and_a_form_of_no_survey_is_not_found()
    {
        var survey = new SurveyCalls(running, "BUSY-OTP");
        await survey.OpenAsync();
        var (worked, waiting) = await FillAsync();

        using var password = await http.PostAsJsonAsync($"api/v1/{survey.Path}/eit/otp", new { phone = "0899999977" });
        var unknown = await PageAsync(HttpMethod.Post, $"/api/app/{survey.Path}/none/start", new() { ["code"] = "x" });
        await LeaveAsync(worked, waiting);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.NotFound), (password.StatusCode, unknown.Status));
    }

    // The second place is given when the first is left.
    private async Task<(RateLimitLease Worked, Task<RateLimitLease> Waiting)> FillAsync()
    {
        var gate = app.Get<SheetGate>();
        var worked = await gate.EnterAsync(default);
        var waiting = gate.EnterAsync(default);
        Assert.True(worked.IsAcquired);
        Assert.False(waiting.IsCompleted);
        using var refused = await gate.EnterAsync(default);
        Assert.False(refused.IsAcquired);
        return (worked, waiting);
    }

    private static async Task LeaveAsync(RateLimitLease worked, Task<RateLimitLease> waiting)
    {
        worked.Dispose();
        using var second = await waiting;
        Assert.True(second.IsAcquired);
    }

    private async Task<(HttpStatusCode Status, string Text, string? RetryAfter)> PageAsync(
        HttpMethod method, string address, Dictionary<string, string> fields)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        request.Content = method == HttpMethod.Post ? new FormUrlEncodedContent(fields) : null;
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.RetryAfter?.ToString());
    }

    private static Dictionary<string, string> Hidden(string page) => Fields().Matches(page)
        .ToDictionary(match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value));

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Fields();
}
