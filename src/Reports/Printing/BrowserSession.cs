using System.Collections.Concurrent;

namespace Ita.Reports.Printing;

/// <summary>One running browser and the pages that are free for the next print.</summary>
internal sealed class BrowserSession : IDisposable
{
    // Without the second, headless Chromium hints glyphs, which moves line ends and opens gaps inside Thai words.
    private static readonly string[] Flags =
    [
        "--headless", "--font-render-hinting=none", "--disable-gpu", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-quic", "--disable-dev-shm-usage", "--disable-extensions",
    ];

    // Chromium refuses its sandbox to root. For any other user it stays on: pages hold pictures that were uploaded.
    private static readonly string[] WithoutSandbox = Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [];

    private readonly ConcurrentBag<BrowserPage> free = [];
    private readonly DirectoryInfo profile = Directory.CreateTempSubdirectory("ita-print-");
    private readonly DevToolsPipe browser;

    public BrowserSession(string executable) =>
        browser = DevToolsPipe.Start(executable, [.. Flags, .. WithoutSandbox, $"--user-data-dir={profile.FullName}"]);

    public bool IsLost => browser.IsClosed;

    /// <summary>Prints on a free page, and puts the page back when all went well.</summary>
    public async Task<byte[]> PrintAsync(string html)
    {
        var page = free.TryTake(out var opened) ? opened : await BrowserPage.OpenAsync(browser);
        var pdf = await page.PrintAsync(html);
        free.Add(page);
        return pdf;
    }

    /// <summary>Ends the browser without asking it.</summary>
    public void Dispose()
    {
        browser.Dispose();
        profile.Delete(recursive: true);
    }
}
