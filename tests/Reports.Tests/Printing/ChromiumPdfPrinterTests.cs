using System.Diagnostics;
using System.Text.RegularExpressions;
using Ita.Reports.Analysis;
using Ita.Reports.Printing;
using Ita.Reports.Tests.Analysis;

namespace Ita.Reports.Tests.Printing;

[Collection(PrinterGroup.Name)]
public class ChromiumPdfPrinterTests(PrinterFixture fixture)
{
    [Theory]
    [InlineData("ที่ น้ำ ปู่ กตัญญู ฐานะ")]
    [InlineData("ฟื้นฟู ฝั่งคลอง ปั๊มน้ำ ป้ำ ฟี้ ปี่ ปั้น ฝึกฝน เฝ้า สำปั้น ญี่ปุ่น เงินและบัญชี เจ้าพนักงาน เป็น")]
    [InlineData("<b>ฟื้นฟู ฝั่งคลอง ปั๊มน้ำ ปั้น</b>")]
    [InlineData("<span style=\"font-size:9pt\">ฟื้นฟู ฝั่งคลอง ปั๊มน้ำ ปั้น ฟิ้ว ปี้ ฬั่ก</span>")]
    [InlineData("O8 ไม่แสดง")]
    [InlineData("ข้อ I19 ได้ 77.96 คะแนน")]
    public async Task Thai_text_is_extracted_from_the_pdf_as_it_was_written(string line) =>
        Assert.Contains(Regex.Replace(line, "<[^>]*>", ""), await Poppler.TextAsync(await fixture.PrintAsync(line)), StringComparison.Ordinal);

    [Theory]
    [InlineData("<p style='break-after:page'>หน้าแรก</p><div style='height:1cm;break-after:page'></div><p>หน้าสาม</p>", 3)]
    [InlineData("<div style='height:1cm;break-after:page'></div><div style='height:1cm;break-after:page'></div><p>หน้าสาม</p>", 3)]
    [InlineData("<p>หน้าแรก</p><div style='height:80cm'></div>", 3)]
    public async Task Blank_pages_are_printed_between_others(string html, int atLeast)
    {
        var pdf = await fixture.PrintAsync(html);

        Assert.InRange(int.Parse((await Poppler.InfoAsync(pdf))["Pages"], CultureInfo.InvariantCulture), atLeast, 5);
        Assert.Contains("หน้า", await Poppler.TextAsync(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_page_gives_the_same_bytes_also_in_another_browser()
    {
        var html = await ReportPage.HtmlAsync(Examples.Ekkarat());
        var first = await fixture.Printer.PrintAsync(html, new(Examples.ComputedAt), CancellationToken.None);
        await fixture.PrintAsync("อย่างอื่น");
        var again = await fixture.Printer.PrintAsync(html, new(Examples.ComputedAt), CancellationToken.None);
        using var other = new ChromiumPdfPrinter();

        Assert.Equal(first, again);
        Assert.Equal(first, await other.PrintAsync(html, new(Examples.ComputedAt), CancellationToken.None));
    }

    [Fact]
    public async Task The_file_is_dated_by_the_result_and_not_by_the_clock() =>
        Assert.Equal("D:20261120030500+00'00'", (await Poppler.InfoAsync(await fixture.PrintAsync("วันที่")))["CreationDate"]);

    [Fact]
    public async Task Concurrent_prints_do_not_mix()
    {
        var lines = Enumerable.Range(1, 12).Select(number => $"หน่วยงานลำดับ {number:D2} สิ้นสุด").ToList();
        var texts = await Task.WhenAll(lines.Select(async line => await Poppler.TextAsync(await fixture.PrintAsync(line))));

        Assert.Equal(lines, texts.Select(text => text.Trim()));
    }

    [Theory]
    [InlineData("--type=renderer")]
    [InlineData("--remote-debugging-pipe")]
    public async Task A_page_or_a_browser_that_crashed_is_replaced(string victims)
    {
        using var printer = new ChromiumPdfPrinter();
        await printer.PrintAsync(PrinterFixture.Page("ก่อน"), new(Examples.ComputedAt), CancellationToken.None);
        KillBelow(victims);

        var pdf = await printer.PrintAsync(PrinterFixture.Page("หลัง"), new(Examples.ComputedAt), CancellationToken.None);

        Assert.Contains("หลัง", await Poppler.TextAsync(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_browser_is_started_before_the_first_print()
    {
        using var printer = new ChromiumPdfPrinter(new() { ExecutablePath = "/nowhere/chromium" });

        await Assert.ThrowsAnyAsync<Exception>(() => printer.PrintAsync("", new(Examples.ComputedAt), CancellationToken.None));
    }

    [Fact]
    public async Task A_cancelled_print_is_not_started() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            fixture.Printer.PrintAsync(PrinterFixture.Page("ยกเลิก"), new(Examples.ComputedAt), new CancellationToken(true)));

    private static void KillBelow(string commandHas)
    {
        foreach (var victim in Processes.Below(Environment.ProcessId)
            .Where(process => process.Command.Contains(commandHas, StringComparison.Ordinal)))
        {
            Process.GetProcessById(victim.Id).Kill();
        }
    }
}
