using System.Net;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Pages;

/// <summary>The public search: published results only, without a key.</summary>
[Collection(AppTests.Name)]
public sealed class SearchPageTests(RunningApp running) : IAsyncLifetime, IDisposable
{
    private const string Province = "จังหวัดค้นหา";

    private AppInProcess? app;
    private PageClient? anyone;

    private PageClient Anyone => anyone!;

    public async Task InitializeAsync()
    {
        await running.Api.SentAsync(
            $"""
            fiscal_year,agency_code,agency_name,agency_type,province
            2565,FINDA,สำนักค้นหาเอ,เทศบาลตำบล,{Province}
            2565,FINDB,สำนักค้นหาบี,องค์การบริหารส่วนตำบล,{Province}
            2565,FINDC,สำนักค้นหาซี,เทศบาลตำบล,{Province}

            """,
            "find.csv");
        await running.Api.SentAsync(ScoreFile.Whole("FINDA", 91m), "finda.csv");
        await running.Api.SentAsync(ScoreFile.Whole("FINDB", 82m), "findb.csv");
        await running.Api.SentAsync(ScoreFile.Whole("FINDC", 73.13m), "findc.csv");
        foreach (var agency in new[] { "FINDA", "FINDB" })
        {
            using var published = await running.Api.PostAsync($"results/2565/{agency}/publish", new StringContent("""{"reason":"ครบกำหนด"}"""));
        }

        app = await AppInProcess.StartAsync(running.ConnectionString, ("ITA_READS", "keyed"));
        anyone = new(app.Address, key: null);
    }

    public async Task DisposeAsync() => await app!.DisposeAsync();

    public void Dispose() => anyone?.Dispose();

    [Theory]
    [InlineData("q=สำนักค้นหา", "FINDB FINDA")]
    [InlineData("q=ค้นหาเอ", "FINDA")]
    [InlineData("q=FINDB", "FINDB")]
    [InlineData("q=findb", "FINDB")]
    [InlineData("q=FINDC", "")]
    [InlineData("q=ไม่มีชื่อนี้", "")]
    [InlineData($"province={Province}&type=เทศบาลตำบล", "FINDA")]
    [InlineData($"province={Province}&type=", "FINDB FINDA")]
    [InlineData($"province={Province}&page=99", "FINDB FINDA")]
    public async Task Published_results_are_found_and_drafts_are_not(string query, string expected)
    {
        var page = await Anyone.GetAsync($"/search?year=2565&{query}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(expected, string.Join(' ', AgenciesIn(page.Text)));
        Assert.DoesNotContain("73.13", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_result_that_is_found_can_be_opened_without_a_key()
    {
        var published = await Anyone.GetAsync("/results/2565/FINDA");
        Assert.Equal(HttpStatusCode.OK, published.Status);
        Assert.DoesNotContain("/settings/", published.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Anyone.GetAsync("/results/2565/FINDC")).Status);
    }

    [Fact]
    public async Task Without_a_year_the_newest_year_with_a_published_result_is_searched()
    {
        var page = await Anyone.GetAsync("/search?year=");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotEmpty(AgenciesIn(page.Text));
    }

    [Theory]
    [InlineData("2599", HttpStatusCode.NotFound)]
    [InlineData("x", HttpStatusCode.BadRequest)]
    [InlineData("-1", HttpStatusCode.BadRequest)]
    public async Task A_year_without_a_framework_is_refused(string year, HttpStatusCode expected) =>
        Assert.Equal(expected, (await Anyone.GetAsync($"/search?year={year}")).Status);

    [Fact]
    public async Task The_root_of_the_site_leads_to_the_page_with_the_search()
    {
        using var http = PatientClient.Of(running.App.Host.Address, follows: true);

        using var answer = await http.GetAsync(running.App.Host.Address);

        Assert.Equal("/api/app", answer.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains("action=\"/api/app/search\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> AgenciesIn(string page) =>
        page.Split("<th scope=\"row\"><a href=\"/api/app/results/").Skip(1).Select(part => part.Split('"')[0].Split('/')[1]);
}
