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

    private readonly ConcurrentBag<BrowserPage> _free = [];
    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("ita-print-");
    private readonly DevToolsPipe _browser;

    public BrowserSession(
        string executable) => _browser = DevToolsPipe.Start(executable, [.. Flags, .. WithoutSandbox, $"--user-data-dir={_profile.FullName}"]);

    public bool IsLost => _browser.IsClosed;

    /// <summary>Prints on a free page, and puts the page back when all went well.</summary>
    public async Task<byte[]> PrintAsync(string html)
    {
        var page = _free.TryTake(out var free) ? free : await BrowserPage.OpenAsync(_browser);
        var pdf = await page.PrintAsync(html);
        _free.Add(page);
        return pdf;
    }

    /// <summary>Ends the browser without asking it.</summary>
    public void Dispose()
    {
        _browser.Dispose();
        _profile.Delete(recursive: true);
    }
}
