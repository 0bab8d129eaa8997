namespace Ita.Reports.Printing;

/// <summary>A running browser with one page, which is reused for successive prints.</summary>
internal sealed class BrowserSession : IDisposable
{
    // Without the second option, headless Chromium applies font hinting, which changes line breaks and adds gaps inside Thai words. The last
    // three refuse requests of the browser itself; BrowserPage refuses those of its page.
    private static readonly string[] Flags =
    [
        "--headless", "--font-render-hinting=none", "--disable-gpu", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-quic", "--disable-dev-shm-usage", "--disable-extensions",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--dns-prefetch-disable", "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    ];

    private readonly PrintProfile profile = PrintProfile.Create();
    private readonly DevToolsPipe browser;
    private BrowserPage? page;

    public BrowserSession(string executable, Sandbox sandbox, bool yieldsToOthers) =>
        browser = DevToolsPipe.Start(executable, [.. Flags, .. sandbox.Flags, $"--user-data-dir={profile.Folder}"], yieldsToOthers);

    public bool IsLost => browser.IsClosed;

    public async Task<byte[]> PrintAsync(string html)
    {
        page ??= await BrowserPage.OpenAsync(browser);
        return await page.PrintAsync(html);
    }

    /// <summary>Kills the browser process.</summary>
    public void Dispose()
    {
        browser.Dispose();
        profile.Dispose();
    }
}
