using Ita.Reports.LineBreaks;

namespace Ita.Reports.Printing;

/// <summary>
/// Prints with an installed Chromium: one browser process, started on the first print and reused, with at most
/// <see cref="ChromiumOptions.Pages"/> concurrent prints.
/// </summary>
/// <remarks>
/// The browser ends with this process even when it is killed, because the browser exits when its DevTools pipe closes.
/// <c>PrinterOrphanTests</c> verifies this.
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

    /// <exception cref="IOException">Printing failed twice, the second time in a new browser.</exception>
    /// <exception cref="TimeoutException">Printing took longer than <see cref="ChromiumOptions.Patience"/> twice.</exception>
    public async Task<byte[]> PrintAsync(string html, PdfOptions options, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            var pdf = await PrintWithSecondTryAsync(BreakPlaces.InPrint(html), cancellationToken);
            return ReproduciblePdf.Of(FigureTags.CorrectedIn(MarkedLetters.MendedIn(ContentsPages.NumberedIn(pdf))), options.CreatedAt);
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

    // The page or browser may have crashed since the last print or during this one, with various exceptions. The second attempt uses a new
    // browser, and its exception is thrown.
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
