using System.Net;
using System.Net.Http.Headers;
using Ita.App.Tests.Hosting;
using Ita.Browser.Tests.Browsing;
using Ita.Tests;

namespace Ita.Browser.Tests;

/// <summary>The pages of a plan on the narrowest telephone and the widest desktop, with long titles and a picture that is wider than both.</summary>
[Collection(PageTests.Name)]
public sealed class PlanWidthTests(RunningApp running, Chromium chromium)
{
    [Theory]
    [InlineData(320)]
    [InlineData(1600)]
    public async Task The_pages_of_a_plan_fit_and_show_the_picture(int width)
    {
        var agency = $"PLAN-WIDE-{width}";
        await PlannedAsync(agency);
        await using var visit = await chromium.VisitAsync(running.App, new Device(width, 800, JavaScript: true));
        await visit.SignInAsync();

        foreach (var path in new[] { "", "/add/own", "/m01", "/m01/follow-up" })
        {
            Assert.Equal((path, 200), (path, await visit.GoAsync($"/api/app/measures/2565/{agency}{path}")));
            await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
            await visit.IsSoundAsync($"{path} {width}");
        }

        // The browser loaded it from the API with the key of its cookie.
        Assert.Equal(1700, await visit.Page.GetByAltText("ภาพกว้าง").EvaluateAsync<int>("one => one.naturalWidth"));
    }

    private async Task PlannedAsync(string agency)
    {
        await running.Api.SentAsync(ScoreFile.Whole(agency, 72m), $"{agency}.csv");
        var title = $"{new string('ก', 120)} https://www.example.go.th/{new string('a', 200)}";
        using var put = await running.Api.PutAsync(
            $"measures/2565/{agency}", $$"""[{"measure":"{{title}}","items":["I1","I2"],"responsible":"สำนักปลัด"}]""");
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        using var file = new ByteArrayContent(PictureFiles.Png(1700, 60));
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using var added = await running.Api.PostAsync($"measures/2565/{agency}/m01/pictures?caption=ภาพกว้าง", file);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
    }
}
