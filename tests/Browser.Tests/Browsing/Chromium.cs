using Ita.App.Tests.Hosting;
using Ita.Reports.Printing;
using Microsoft.Playwright;

namespace Ita.Browser.Tests.Browsing;

/// <summary>One real Chromium, the one used for printing, shared by all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? driver;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        driver = await Playwright.CreateAsync();
        browser = await driver.Chromium.LaunchAsync(
            new() { ExecutablePath = ChromiumFinder.Find(), Headless = true, Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
    }

    public async Task DisposeAsync()
    {
        await browser!.CloseAsync();
        driver!.Dispose();
    }

    /// <summary>A new visitor: no cookies, empty cache.</summary>
    public async Task<Visit> VisitAsync(AppOnHost app, Device? device = null)
    {
        var seen = device ?? Device.Phone;
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = app.Host.Address.ToString(),
            ViewportSize = new() { Width = seen.Width, Height = seen.Height },
            JavaScriptEnabled = seen.JavaScript,
            Locale = "th-TH",
        });
        context.SetDefaultTimeout(60_000);
        return new(context, await context.NewPageAsync(), app);
    }
}

/// <param name="Width">In CSS pixels.</param>
public sealed record Device(int Width, int Height, bool JavaScript)
{
    public static Device Phone { get; } = new(390, 844, JavaScript: false);

    public static Device Desktop { get; } = new(1280, 900, JavaScript: true);

    /// <summary>The narrowest phone in the tests.</summary>
    public static Device Narrow { get; } = new(360, 740, JavaScript: true);

    /// <summary>Phone and desktop, with scripts and without.</summary>
    public static TheoryData<Device> All => [Phone, Phone with { JavaScript = true }, Desktop, Desktop with { JavaScript = false }];

    /// <summary>Two devices that differ in both size and scripts.</summary>
    public static TheoryData<Device> Two => [Phone, Desktop];

    public override string ToString() => $"{Width}x{Height}{(JavaScript ? "" : ", no JavaScript")}";
}

/// <summary>The tests that share one app and one browser: <c>[Collection(PageTests.Name)]</c>.</summary>
[CollectionDefinition(Name)]
public sealed class PageTests : ICollectionFixture<RunningApp>, ICollectionFixture<Chromium>
{
    public const string Name = "Pages";
}
