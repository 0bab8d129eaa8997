using System.Text.Json;
using System.Text.RegularExpressions;
using Ita.App.Storage;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Surveys;
using Ita.Browser.Tests.Browsing;
using Ita.Tests;

namespace Ita.Browser.Tests;

/// <summary>A one-time password that comes as a text message, through a gateway that fails twice. In an app of its own, because the shared one sends
/// by mail.</summary>
[Collection(PageTests.Name)]
public sealed partial class TextMessageTests(Chromium chromium) : IAsyncLifetime, IDisposable
{
    private const string Agency = "PUBLIC-SMS";
    private const string Phone = "0810000021";

    private readonly AzuriteStore azurite = new();
    private TestGateway gateway = null!;
    private AppOnHost app = null!;
    private PartsOfSurveys parts = null!;

    public async Task InitializeAsync()
    {
        await azurite.InitializeAsync();
        var storage = RunningApp.StorageOf(azurite.ConnectionString);
        await StorageSetup.CreateAsync(storage);
        gateway = await TestGateway.StartAsync(503, 500);
        app = await AppOnHost.StartAsync(azurite.ConnectionString, [.. gateway.Settings, ("ITA_OTP_SHOW", "false")]);
        parts = new PartsOfSurveys(storage, Agency, TimeProvider.System);
        await parts.OpenAsync("2025-01-01", "2099-12-31");
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await gateway.DisposeAsync();
        await azurite.DisposeAsync();
    }

    public void Dispose() => parts.Dispose();

    [Fact]
    public async Task A_password_asked_on_a_phone_arrives_by_a_gateway_that_fails_twice_and_sends_the_answers()
    {
        await using var visit = await chromium.VisitAsync(app, Device.Phone);

        await visit.GoAsync($"/api/app/surveys/2567/{Agency}/eit?lang=en");
        await visit.FillAsync("Mobile telephone number", Phone);
        Assert.Equal(200, await visit.PressAsync("Send me a password"));
        Assert.Equal(0, await visit.Page.Locator("#shown").CountAsync());
        await visit.FillAsync("One-time password", await ReceivedAsync());
        await visit.PressAsync("Start");
        await visit.FillStepsAsync(SurveyCalls.Form("EIT1"), option: 2, next: "Next");
        await visit.PressAsync("Send the answers");

        Assert.EndsWith("/eit/thanks?lang=en", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await parts.CountAsync());
        Assert.Single(gateway.Received.Select(request => request.Id).Distinct());
    }

    // The third request is the first that the gateway accepts.
    private async Task<string> ReceivedAsync()
    {
        await Eventually.AsWishedAsync(() => Task.FromResult(gateway.Received.Count), count => count == 3, "the third request");
        using var message = JsonDocument.Parse(gateway.Received[^1].Body);
        Assert.Equal("+66" + Phone[1..], message.RootElement.GetProperty("to").GetString());
        return Digits().Match(message.RootElement.GetProperty("text").GetString()!).Value;
    }

    [GeneratedRegex("(?<![0-9])[0-9]{6}(?![0-9])")]
    private static partial Regex Digits();
}
