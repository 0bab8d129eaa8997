using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Ita.Reports.Printing;

/// <summary>One running browser with its driver and the pages that are free for the next print.</summary>
internal sealed class BrowserSession : IAsyncDisposable
{
    // Without the first, headless Chromium hints glyphs, which moves line ends and opens gaps inside Thai words.
    private static readonly string[] Flags =
    [
        "--font-render-hinting=none", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-quic", "--disable-dev-shm-usage",
    ];

    private readonly ConcurrentBag<IPage> _free = [];
    private readonly IPlaywright _driver;
    private readonly IBrowser _browser;
    private readonly IBrowserContext _context;

    private BrowserSession(IPlaywright driver, IBrowser browser, IBrowserContext context) =>
        (_driver, _browser, _context) = (driver, browser, context);

    public bool IsLost => !_browser.IsConnected;

    public static async Task<BrowserSession> StartAsync(string executable)
    {
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(new() { ExecutablePath = executable, Headless = true, Args = Flags, ChromiumSandbox = false });
        return new(driver, browser, await browser.NewContextAsync(new() { Offline = true, JavaScriptEnabled = false }));
    }

    /// <summary>Prints on a free page, and puts the page back when all went well.</summary>
    public async Task<byte[]> PrintAsync(string html)
    {
        var page = _free.TryTake(out var free) ? free : await _context.NewPageAsync();
        await page.SetContentAsync(html, new() { WaitUntil = WaitUntilState.Load });
        // The fonts are data URIs, which load after the document; printed before, the text would come out in another font.
        await page.EvaluateAsync("document.fonts.ready");
        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true, Tagged = true, Outline = true });
        _free.Add(page);
        return pdf;
    }

    /// <summary>Ends the driver, and with it the browser, without asking either.</summary>
    public void Abandon() => _driver.Dispose();

    public async ValueTask DisposeAsync()
    {
        if (!IsLost)
        {
            await _browser.CloseAsync();
        }

        _driver.Dispose();
    }
}
