namespace Ita.Reports.Printing;

/// <summary>
/// Prints with the Chromium that is installed: one browser, started on the first print and kept, with at most
/// <see cref="ChromiumOptions.Pages"/> prints at once.
/// </summary>
/// <remarks>
/// The browser dies with us even when we are killed outright: it hangs on a pipe of ours and stops when the pipe closes.
/// <c>PrinterOrphanTests</c> holds that.
/// </remarks>
public sealed class ChromiumPdfPrinter(ChromiumOptions options) : IPdfPrinter, IDisposable
{
    private readonly SemaphoreSlim places = new(options.Pages, options.Pages);
    private readonly SemaphoreSlim starting = new(1, 1);
    private BrowserSession? session;

    public ChromiumPdfPrinter()
        : this(new ChromiumOptions())
    {
    }

    /// <exception cref="IOException">It failed twice, the second time in a new browser.</exception>
    /// <exception cref="TimeoutException">It took longer than <see cref="ChromiumOptions.Patience"/>, twice.</exception>
    public async Task<byte[]> PrintAsync(string html, PdfOptions options, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            return ReproduciblePdf.Of(ContentsPages.NumberedIn(await PrintWithSecondTryAsync(html, cancellationToken)), options.CreatedAt);
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose()
    {
        Interlocked.Exchange(ref session, null)?.Dispose();
        places.Dispose();
        starting.Dispose();
    }

    // Page or browser may have died since the last print or during this one, each with an exception of its own kind. Whatever
    // was wrong is not left for the second try, and what goes wrong then is thrown.
    private async Task<byte[]> PrintWithSecondTryAsync(string html, CancellationToken cancellationToken)
    {
        var session = await SessionAsync(cancellationToken);
        try
        {
            return await session.PrintAsync(html).WaitAsync(options.Patience, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            GiveUp(session);
        }

        session = await SessionAsync(cancellationToken);
        return await session.PrintAsync(html).WaitAsync(options.Patience, cancellationToken);
    }

    private async Task<BrowserSession> SessionAsync(CancellationToken cancellationToken)
    {
        await starting.WaitAsync(cancellationToken);
        try
        {
            return session is { IsLost: false } running
                ? running
                : session = new BrowserSession(options.ExecutablePath ?? ChromiumFinder.Find());
        }
        finally
        {
            starting.Release();
        }
    }

    private void GiveUp(BrowserSession lost)
    {
        if (Interlocked.CompareExchange(ref session, null, lost) == lost)
        {
            lost.Dispose();
        }
    }
}
