namespace Ita.Reports.Printing;

/// <summary>A page of the browser, reused for successive prints.</summary>
internal sealed class BrowserPage
{
    // Fonts and pictures are data URIs, which load after the document; printing before that would use another font.
    private const string Loaded =
        "Promise.all([...[...document.fonts].map(font => font.load()), ...[...document.images].map(picture => picture.decode())]).then(() => true)";

    private readonly DevToolsPipe browser;
    private readonly string session;
    private readonly string frame;

    private BrowserPage(DevToolsPipe browser, string session, string frame) =>
        (this.browser, this.session, this.frame) = (browser, session, frame);

    /// <summary>Creates a page without scripts and network access.</summary>
    public static async Task<BrowserPage> OpenAsync(DevToolsPipe browser)
    {
        var target = (await browser.CallAsync("Target.createTarget", new { url = "about:blank" })).GetProperty("targetId").GetString();
        var session =
            (await browser.CallAsync("Target.attachToTarget", new { targetId = target, flatten = true })).GetProperty("sessionId").GetString()!;
        await browser.CallAsync("Emulation.setScriptExecutionDisabled", new { value = true }, session);
        await browser.CallAsync(
            "Network.emulateNetworkConditions", new { offline = true, latency = 0, downloadThroughput = -1, uploadThroughput = -1 }, session);
        await browser.CallAsync("Inspector.enable", null, session);
        var tree = await browser.CallAsync("Page.getFrameTree", null, session);
        return new(browser, session, tree.GetProperty("frameTree").GetProperty("frame").GetProperty("id").GetString()!);
    }

    public async Task<byte[]> PrintAsync(string html)
    {
        await browser.CallAsync("Page.setDocumentContent", new { frameId = frame, html }, session);
        await browser.CallAsync("Runtime.evaluate", new { expression = Loaded, awaitPromise = true }, session);
        var printed = await browser.CallAsync(
            "Page.printToPDF",
            new { preferCSSPageSize = true, printBackground = true, generateTaggedPDF = true, generateDocumentOutline = true },
            session);
        return printed.GetProperty("data").GetBytesFromBase64();
    }
}
