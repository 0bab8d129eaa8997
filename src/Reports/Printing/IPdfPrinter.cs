namespace Ita.Reports.Printing;

/// <summary>Turns a finished HTML document into a tagged PDF. Another PDF engine would implement this interface.</summary>
public interface IPdfPrinter
{
    /// <summary>
    /// Prints a complete document. Paper size, margins, running heads and page numbers come from its <c>@page</c> rules, title and language
    /// of the PDF from its <c>title</c> and <c>lang</c>. The document must be self-contained; nothing is fetched.
    /// </summary>
    /// <returns>The PDF; the same bytes for the same HTML and options, also with concurrent prints.</returns>
    /// <exception cref="ChromiumNotFoundException">There is no browser on this machine.</exception>
    Task<byte[]> PrintAsync(string html, PdfOptions options, CancellationToken cancellationToken);
}

/// <param name="CreatedAt">Creation date stored in the file; for a report, when the result was computed, not the current time.</param>
public sealed record PdfOptions(DateTimeOffset CreatedAt);
