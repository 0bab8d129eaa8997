using System.Net;
using System.Xml.Linq;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Pages;

/// <summary>The catalogue of open data, and the chart for pages of other sites.</summary>
[Collection(AppTests.Name)]
public sealed class OpenDataTests(RunningApp running) : IAsyncLifetime, IDisposable
{
    private const string Published = "CHART-OPEN";
    private const string Draft = "CHART-DRAFT";

    private AppInProcess? app;
    private HttpClient? http;

    private HttpClient Http => http!;

    public async Task InitializeAsync()
    {
        await running.Api.SentAsync(ScoreFile.Whole(Published, 64.25m), "chart-open.csv");
        using var published = await running.Api.PostAsync($"results/2565/{Published}/publish", new StringContent("""{"reason":"ครบกำหนด"}"""));
        await running.Api.SentAsync(ScoreFile.Whole(Draft, 77m), "chart-draft.csv");
        app = await AppInProcess.StartAsync(
            running.ConnectionString, ("ITA_READS", "keyed"), ("ITA_PUBLIC_URL", "https://ita.example.go.th/"), ("ITA_DATA_LICENCE", "CC BY 4.0"));
        http = PatientClient.Of(app.Address, follows: true);
    }

    public async Task DisposeAsync() => await app!.DisposeAsync();

    public void Dispose() => http?.Dispose();

    [Fact]
    public async Task The_chart_of_a_published_result_can_be_framed_by_any_site()
    {
        using var answer = await Http.GetAsync(new Uri($"/api/v1/results/2565/{Published}/chart.svg", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith("frame-ancestors *", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("X-Frame-Options"));
        Assert.Equal("cross-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        var chart = XDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("{http://www.w3.org/2000/svg}svg", chart.Root!.Name.ToString());
        Assert.Contains("64.25", chart.Root.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("var(--", chart.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("(ร่าง)", chart.Root.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unchanged_chart_is_not_sent_again_and_may_still_be_framed()
    {
        var address = new Uri($"/api/v1/results/2565/{Published}/chart.svg", UriKind.Relative);
        using var first = await Http.GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.EndsWith("frame-ancestors *", Assert.Single(second.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Draft, HttpStatusCode.Unauthorized)]
    [InlineData("CHART-NONE", HttpStatusCode.Unauthorized)]
    public async Task A_draft_has_no_chart_for_strangers_and_its_refusal_is_in_no_frame(string agency, HttpStatusCode expected)
    {
        using var answer = await Http.GetAsync(new Uri($"/api/v1/results/2565/{agency}/chart.svg", UriKind.Relative));

        Assert.Equal(expected, answer.StatusCode);
        Assert.Contains("frame-ancestors 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
    }

    [Fact]
    public async Task The_chart_of_a_draft_says_so()
    {
        using var answer = await running.Api.GetAsync($"results/2565/{Draft}/chart.svg");

        Assert.Contains("(ร่าง)", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_catalogue_has_years_licence_and_examples_that_work()
    {
        using var pages = new PageClient(app!.Address, key: null);

        var page = (await pages.GetAsync("/open-data")).Text;

        Assert.Contains("/api/app/search?year=2565", page, StringComparison.Ordinal);
        Assert.Contains("CC BY 4.0", page, StringComparison.Ordinal);
        var examples = page.Split("curl 'https://ita.example.go.th").Skip(1).Select(part => part.Split('\'')[0]).ToList();
        Assert.Equal(3, examples.Count);
        foreach (var example in examples)
        {
            using var answer = await Http.GetAsync(new Uri(example, UriKind.Relative));
            Assert.Equal((example, HttpStatusCode.OK), (example, answer.StatusCode));
        }
    }
}
