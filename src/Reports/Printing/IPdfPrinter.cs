namespace Ita.Reports.Printing;

/// <summary>Turns a finished HTML document into a tagged PDF. The one place where the PDF engine can be exchanged.</summary>
public interface IPdfPrinter
{
    /// <summary>
    /// Prints a whole document: paper, margins, running heads and page numbers are its own (<c>@page</c>), the PDF's title and
    /// language are its <c>title</c> and <c>lang</c>. It must carry everything it needs; nothing is fetched.
    /// </summary>
    /// <returns>The same bytes for the same HTML and options, however often and beside whatever else it is printed.</returns>
    /// <exception cref="ChromiumNotFoundException">There is no browser on this machine.</exception>
    Task<byte[]> PrintAsync(string html, PdfOptions options, CancellationToken cancellationToken);
}

/// <param name="CreatedAt">The date the file gives as its own; for a report, when the result was computed. Never the wall clock.</param>
public sealed record PdfOptions(DateTimeOffset CreatedAt);
