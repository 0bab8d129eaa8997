using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Ita.Reports.Analysis;
using Ita.Reports.Documents;
using Ita.Reports.Printing;
using Ita.Reports.Tests.Analysis;

namespace Ita.Reports.Tests.Printing;

/// <summary>The browser shared by all tests of printed pages.</summary>
public sealed class PrinterFixture : IAsyncLifetime
{
    // By the hash of the document.
    private readonly ConcurrentDictionary<string, Task<byte[]>> printed = new(StringComparer.Ordinal);

    public ChromiumPdfPrinter Printer { get; } = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        Printer.Dispose();
        return Task.CompletedTask;
    }

    public async Task<byte[]> PrintAsync(AnalysisModel model, ReportOptions? options = null) =>
        await PrintHtmlAsync(await ReportPage.HtmlAsync(model, options ?? new()));

    /// <summary>A complete document. The same document is printed once for all tests, because one of many pages takes seconds.</summary>
    public Task<byte[]> PrintHtmlAsync(string html) =>
        printed.GetOrAdd(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(html))), _ => PrintAnewAsync(html));

    /// <summary>A complete document, printed also if it was printed before.</summary>
    public Task<byte[]> PrintAnewAsync(string html) => Printer.PrintAsync(html, new(Examples.ComputedAt), CancellationToken.None);

    /// <summary>A small document with one line in it.</summary>
    public Task<byte[]> PrintAsync(string line) =>
        Printer.PrintAsync(Page(line), new(Examples.ComputedAt), CancellationToken.None);

    internal static string Page(string line) =>
        $"<!DOCTYPE html><html lang=\"th\"><head><title>ทดสอบ</title><style>{Fonts.Sarabun.FontFaces} "
            + $"html{{font-family:Sarabun}}</style></head><body><p>{line}</p></body></html>";
}

[CollectionDefinition(Name)]
public sealed class PrinterGroup : ICollectionFixture<PrinterFixture>
{
    public const string Name = "printer";
}
