using System.Net;
using System.Net.Sockets;
using System.Text;
using Ita.Reports.Printing;
using Ita.Reports.Tests.Analysis;
using Ita.Tests;

namespace Ita.Reports.Tests.Printing;

/// <summary>A print that hangs or attacks stays alone: it disturbs no other print, reaches no network, and keeps no place longer than its
/// limit.</summary>
[Collection(PrinterGroup.Name)]
public class PrintIsolationTests
{
    private static readonly string SlowPicture =
        $"<img src='data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(OddPictures.SlowDrawing))}'>";

    [Fact]
    public async Task Prints_that_take_too_long_fail_and_those_beside_them_do_not()
    {
        using var printer = new ChromiumPdfPrinter(new() { Pages = 2, Patience = TimeSpan.FromSeconds(15) });
        var ended = new List<string>();

        await Task.WhenAll([PrintAsync("bad 1", SlowPicture), .. Enumerable.Range(1, 6).Select(number => PrintAsync($"good {number}", "ดี"))]);

        Assert.Equal(6, ended.Count(name => name.StartsWith("good", StringComparison.Ordinal)));
        Assert.Equal("bad 1 PrintTimeoutException", ended[^1]);

        async Task PrintAsync(string name, string body)
        {
            var fault = await Record.ExceptionAsync(() =>
                printer.PrintAsync(PrinterFixture.Page(body), new(Examples.ComputedAt), CancellationToken.None));
            lock (ended)
            {
                ended.Add($"{name} {fault?.GetType().Name}".Trim());
            }
        }
    }

    [Fact]
    public async Task After_a_print_that_took_too_long_the_next_one_is_printed_and_no_browser_is_left()
    {
        var before = Processes.Below(Environment.ProcessId).Count;
        using (var printer = new ChromiumPdfPrinter(new() { Pages = 1, Patience = TimeSpan.FromSeconds(15), YieldsToOthers = true }))
        {
            await Assert.ThrowsAsync<PrintTimeoutException>(() =>
                printer.PrintAsync(PrinterFixture.Page(SlowPicture), new(Examples.ComputedAt), CancellationToken.None));
            var pdf = await printer.PrintAsync(PrinterFixture.Page("ต่อไป"), new(Examples.ComputedAt), CancellationToken.None);

            Assert.Contains("ต่อไป", await Poppler.TextAsync(pdf), StringComparison.Ordinal);
        }

        Assert.Equal(before, Processes.Below(Environment.ProcessId).Count);
    }

    [Theory]
    [InlineData("<img src='{0}'>")]
    [InlineData("<link rel='stylesheet' href='{0}'>")]
    [InlineData("<link rel='preconnect' href='{0}'><link rel='preload' as='font' href='{0}'>")]
    [InlineData("<style>@import url('{0}'); body {{ background: url('{0}') }}</style>")]
    [InlineData("<style>@font-face {{ font-family: x; src: url('{0}') }} body {{ font-family: x }}</style>")]
    [InlineData("<iframe src='{0}'></iframe>")]
    [InlineData("<object data='{0}'></object><embed src='{0}'>")]
    [InlineData("<meta http-equiv='refresh' content='0;url={0}'>")]
    [InlineData("<svg><image href='{0}'/><use href='{0}#a'/></svg>")]
    [InlineData("<video src='{0}' poster='{0}'></video>")]
    [InlineData("<script>fetch('{0}'); new WebSocket('{0}'.replace('http', 'ws'))</script>")]
    public async Task A_page_opens_no_connection(string body)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}/x.png");
        using var printer = new ChromiumPdfPrinter();

        // A picture that cannot be loaded fails the print.
        await Record.ExceptionAsync(() => printer.PrintAsync(
            PrinterFixture.Page(string.Format(CultureInfo.InvariantCulture, body, address)), new(Examples.ComputedAt), CancellationToken.None));

        Assert.False(server.Pending());
    }
}
