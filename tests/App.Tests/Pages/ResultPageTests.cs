using System.Net;
using System.Net.Http.Json;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Surveys;

namespace Ita.App.Tests.Pages;

/// <summary>The page of a result: its chart, and the form that publishes it.</summary>
[Collection(AppTests.Name)]
public sealed class ResultPageTests(RunningApp running) : IDisposable
{
    private const string Form = "ประกาศผลฉบับนี้";

    private readonly PageClient pages = new(running.App.Host.Address);

    public void Dispose() => pages.Dispose();

    [Fact]
    public async Task The_chart_is_shown_with_a_text_that_says_what_it_shows()
    {
        await running.Api.SentAsync(ScoreFile.Whole("RESA", 80m), "RESA.csv");

        var page = (await pages.GetAsync("/results/2565/RESA")).Text;

        Assert.Contains("<img src=\"/api/v1/results/2565/RESA/chart.svg\" alt=\"กราฟแท่งคะแนนรวม 80.00", page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"ตำแหน่งของหน้านี้\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "1", HttpStatusCode.BadRequest, "href=\"#reason\"")]
    [InlineData("ครบ<b>กำหนด", "7", HttpStatusCode.Conflict, "value=\"ครบ<b>กำหนด\"")]
    public async Task A_refused_publication_shows_the_page_again_with_the_reason_as_typed(
        string reason, string version, HttpStatusCode status, string shown)
    {
        var agency = $"RESB{version}";
        await running.Api.SentAsync(ScoreFile.Whole(agency, 80m), $"{agency}.csv");

        var refused = await pages.PostAsync($"/results/2565/{agency}/publish", ("reason", reason), ("version", version));

        Assert.Equal(status, refused.Status);
        Assert.Contains("role=\"alert\"", refused.Text, StringComparison.Ordinal);
        Assert.Contains("<details open", refused.Text, StringComparison.Ordinal);
        Assert.Contains(shown, refused.Text, StringComparison.Ordinal);
        Assert.Contains("chart.svg", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_may_publish_see_the_form()
    {
        await running.Api.SentAsync(ScoreFile.Whole("RESC", 80m), "RESC.csv");
        using var officer = new PageClient(running.App.Host.Address, await KeyAsync("RESC"));

        Assert.Contains(Form, (await pages.GetAsync("/results/2565/RESC")).Text, StringComparison.Ordinal);
        var seen = await officer.GetAsync("/results/2565/RESC");
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.DoesNotContain(Form, seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_may_edit_see_links_to_the_pages_that_edit()
    {
        await running.Api.SentAsync(ScoreFile.Whole("RESF", 80m), "RESF.csv");
        using var published = await running.Api.PostAsync("results/2565/RESF/publish", new StringContent("""{"reason":"ครบกำหนด"}"""));
        using var own = new PageClient(running.App.Host.Address, await KeyAsync("RESF"));
        using var other = new PageClient(running.App.Host.Address, await KeyAsync("RESG"));

        Assert.Contains("/settings/2565/RESF", (await own.GetAsync("/results/2565/RESF")).Text, StringComparison.Ordinal);
        var seen = await other.GetAsync("/results/2565/RESF");
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.DoesNotContain("/settings/2565/RESF", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/search")]
    [InlineData("/open-data")]
    [InlineData("/results/2565/RESE")]
    public async Task A_page_for_the_public_has_an_account_in_English(string path)
    {
        await running.Api.SentAsync(ScoreFile.Whole("RESE", 80m), "RESE.csv");

        Assert.Contains("lang=\"en\" aria-label=\"In English\"", (await pages.GetAsync(path)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new")]
    [InlineData("add")]
    [InlineData("suggested")]
    public async Task A_measure_with_any_id_has_a_page(string id)
    {
        await running.Api.SentAsync(ScoreFile.Whole($"RESD{id}", 70m), $"RESD{id}.csv");
        using var put = await running.Api.PutAsync($"measures/2565/RESD{id}", $$"""[{"id":"{{id}}","measure":"มาตรการของ{{id}}"}]""");

        var page = await pages.GetAsync($"/measures/2565/RESD{id}/{id}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains($"มาตรการของ{id}", page.Text, StringComparison.Ordinal);
    }

    private async Task<string> KeyAsync(string agency)
    {
        var made = await SurveyCalls.AcceptedAsync(
            running.Api.PostAsync("keys", JsonContent.Create(new { scope = "agency", agency, note = "ทดสอบ" })));
        return made.GetProperty("key").GetString()!;
    }
}
