using System.Collections.Concurrent;
using Ita.Reports.LineBreaks;

namespace Ita.Reports.Printing;

/// <summary>
/// Prints with an installed Chromium, with at most <see cref="ChromiumOptions.Pages"/> concurrent prints. Each has a browser of its own,
/// started when it is first needed and reused, so that a print that hangs or crashes its browser disturbs no other.
/// </summary>
/// <remarks>
/// A browser ends with this process even when it is killed, because the browser exits when its DevTools pipe closes.
/// <c>PrinterOrphanTests</c> verifies this.
/// </remarks>
public sealed class ChromiumPdfPrinter(ChromiumOptions options) : IPdfPrinter, IDisposable
{
    private readonly SemaphoreSlim places = new(options.Pages, options.Pages);
    private readonly ConcurrentBag<BrowserSession> idle = [];
    private int reported;

    public ChromiumPdfPrinter()
        : this(new ChromiumOptions())
    {
    }

    /// <exception cref="IOException">Printing failed twice, the second time in a new browser.</exception>
    /// <exception cref="PrintTimeoutException">Printing took longer than <see cref="ChromiumOptions.Patience"/>.</exception>
    public async Task<byte[]> PrintAsync(string html, PdfOptions options, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            var pdf = await PrintWithSecondTryAsync(BreakPlaces.InPrint(html), cancellationToken);
            var corrected = FigureTags.CorrectedIn(Redrawn(pdf));
            return AccessiblePdf.Of(ReproduciblePdf.Of(corrected, options.CreatedAt), html, options.CreatedAt);
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Kills the idle browsers. Wait for prints before.</summary>
    public void Dispose()
    {
        while (idle.TryTake(out var session))
        {
            session.Dispose();
        }

        places.Dispose();
    }

    private static byte[] Redrawn(byte[] pdf)
    {
        var file = new PdfFile(pdf);
        var contents = new ContentsPages(file);
        file.ChangeContents(content => ArtifactMarks.In(MarkedLetters.Mended(contents.NumberedIn(content))));
        contents.RequireAllNumbered();
        return file.Bytes;
    }

    // The page or browser may have crashed since the last print or during this one, with various exceptions. The second attempt uses a new
    // browser, and its exception is thrown. A print that took too long is not tried again here, because it would keep its place twice as long.
    private async Task<byte[]> PrintWithSecondTryAsync(string html, CancellationToken cancellationToken)
    {
        try
        {
            return await PrintOnceAsync(Idle() ?? Start(), html, cancellationToken);
        }
        catch (Exception fault)
            when (fault is not PrintTimeoutException and not ChromiumNotFoundException && !cancellationToken.IsCancellationRequested)
        {
            return await PrintOnceAsync(Start(), html, cancellationToken);
        }
    }

    private async Task<byte[]> PrintOnceAsync(BrowserSession session, string html, CancellationToken cancellationToken)
    {
        var isPrinted = false;
        try
        {
            // On another thread, because writing to a browser that does not read blocks the thread, and the limit would not count.
            var pdf = await Task.Run(() => session.PrintAsync(html), cancellationToken).WaitAsync(options.Patience, cancellationToken);
            isPrinted = true;
            return pdf;
        }
        catch (TimeoutException)
        {
            throw new PrintTimeoutException(options.Patience);
        }
        finally
        {
            if (isPrinted)
            {
                idle.Add(session);
            }
            else
            {
                session.Dispose();
            }
        }
    }

    // Null when no browser is idle that still runs.
    private BrowserSession? Idle()
    {
        while (idle.TryTake(out var session))
        {
            if (!session.IsLost)
            {
                return session;
            }

            session.Dispose();
        }

        return null;
    }

    private BrowserSession Start()
    {
        var executable = options.ExecutablePath ?? ChromiumFinder.Find();
        var sandbox = Sandbox.ForBrowser(executable);
        if (sandbox.Missing is { } reason && Interlocked.Exchange(ref reported, 1) == 0)
        {
            options.Report($"Chromium runs without its sandbox: {reason}.");
        }

        return new(executable, sandbox, options.YieldsToOthers);
    }
}
