using System.Collections.Concurrent;

namespace Ita.Reports.Printing;

/// <summary>A running browser and its idle pages.</summary>
internal sealed class BrowserSession : IDisposable
{
    // Without the second option, headless Chromium applies font hinting, which changes line breaks and adds gaps inside Thai words.
    private static readonly string[] Flags =
    [
        "--headless", "--font-render-hinting=none", "--disable-gpu", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-quic", "--disable-dev-shm-usage", "--disable-extensions",
    ];

    // Chromium does not start with its sandbox as root. For other users the sandbox stays on, because pages contain uploaded pictures.
    private static readonly string[] WithoutSandbox = Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [];

    private readonly ConcurrentBag<BrowserPage> free = [];
    private readonly DirectoryInfo profile = Directory.CreateTempSubdirectory("ita-print-");
    private readonly DevToolsPipe browser;

    public BrowserSession(string executable) =>
        browser = DevToolsPipe.Start(executable, [.. Flags, .. WithoutSandbox, $"--user-data-dir={profile.FullName}"]);

    public bool IsLost => browser.IsClosed;

    /// <summary>Prints on an idle page, which is reused only when printing succeeds.</summary>
    public async Task<byte[]> PrintAsync(string html)
    {
        var page = free.TryTake(out var opened) ? opened : await BrowserPage.OpenAsync(browser);
        var pdf = await page.PrintAsync(html);
        free.Add(page);
        return pdf;
    }

    /// <summary>Kills the browser process.</summary>
    public void Dispose()
    {
        browser.Dispose();
        profile.Delete(recursive: true);
    }
}
