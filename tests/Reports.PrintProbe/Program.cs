// Prints for ever and says so after each print, until somebody kills it: the victim of PrinterOrphanTests.
using Ita.Reports.Printing;

var rows = string.Concat(Enumerable.Range(1, 2000).Select(row => $"<p>แถวที่ {row}</p>"));
using var printer = new ChromiumPdfPrinter();
while (true)
{
    var pdf = await printer.PrintAsync(
        $"<!DOCTYPE html><html lang=\"th\"><title>ทดสอบ</title><body>{rows}", new(DateTimeOffset.UnixEpoch), CancellationToken.None);
    Console.WriteLine($"printed {pdf.Length}");
}
