using Ita.Reports.Printing;
using Microsoft.Playwright;

namespace Ita.Bench.Print;

/// <summary>The baseline: the same browser, one reused page and the same HTML, without the app's code.</summary>
internal sealed class BareChromium : IAsyncDisposable
{
    private readonly IPlaywright driver;
    private readonly IBrowser browser;
    private readonly IPage page;

    private BareChromium(IPlaywright driver, IBrowser browser, IPage page) => (this.driver, this.browser, this.page) = (driver, browser, page);

    public static async Task<BareChromium> StartAsync()
    {
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = ChromiumFinder.Find(),
            Args = ["--font-render-hinting=none", "--no-sandbox"],
            ChromiumSandbox = false,
        });
        return new(driver, browser, await browser.NewPageAsync());
    }

    public async Task<byte[]> PrintAsync(string html)
    {
        await page.SetContentAsync(html);
        return await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true, Tagged = true, Outline = true });
    }

    public async ValueTask DisposeAsync()
    {
        await browser.CloseAsync();
        driver.Dispose();
    }
}
