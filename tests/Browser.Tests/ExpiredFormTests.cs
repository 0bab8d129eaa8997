using Ita.App.Tests.Hosting;
using Ita.App.Tests.Surveys;
using Ita.Browser.Tests.Browsing;

namespace Ita.Browser.Tests;

/// <summary>An expired form comes back with everything that was typed, and can then be sent. A second instance on the
/// same store, whose forms expire at once, simulates the expiry: the browser's first post goes there.</summary>
[Collection(PageTests.Name)]
public sealed class ExpiredFormTests(RunningApp running, Chromium chromium)
{
    private const string Send = "ส่งคำตอบ";

    [Theory, MemberData(nameof(Device.Two), MemberType = typeof(Device))]
    public async Task An_old_form_keeps_its_answers_and_is_sent_the_second_time(Device device)
    {
        var survey = new SurveyCalls(running, $"OLD-{device.Width}-{device.JavaScript}");
        var code = await survey.OpenAsync();
        var form = SurveyCalls.Form("IIT");
        await using var hasty = await AppOnHost.StartAsync(running.ConnectionString, ("ITA_FORM_LIFETIME", "00:00:00"));
        await using var visit = await chromium.VisitAsync(running.App, device);
        await visit.GoAsync(Visit.SurveyPath($"OLD-{device.Width}-{device.JavaScript}", "iit"));
        await visit.FillAsync("รหัสของหน่วยงาน", code);
        await visit.PressAsync("เริ่มตอบ");
        await visit.FillStepsAsync(form, option: 2);

        await visit.Page.RouteAsync("**/iit", async route => await route.FulfillAsync(new()
        {
            Response = await route.FetchAsync(new()
            {
                Url = new Uri(hasty.Host.Address, new Uri(route.Request.Url).PathAndQuery).ToString(),
                // For the browser both instances are one site. A browser sends this header itself, but not with an
                // intercepted request.
                Headers = new Dictionary<string, string>(route.Request.Headers) { ["sec-fetch-site"] = "same-origin" },
            }),
        }));
        Assert.Equal(400, await visit.PressAsync(Send));
        await visit.Page.UnrouteAsync("**/iit");

        Assert.Contains("หมดอายุ", await visit.Page.Locator("[role=alert]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(form.Questions.Length, await visit.Page.Locator("input[type=hidden][name^=I][value='2']").CountAsync());
        Assert.Equal(0, await survey.GotAsync("IIT"));

        await visit.PressAsync(Send);
        Assert.EndsWith("/iit/thanks", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await survey.GotAsync("IIT"));
    }
}
