using Ita.App;
using Ita.App.Jobs;
using Ita.App.Reports;
using Ita.App.Runs;
using Ita.App.Storage;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Web;
using Ita.Domain;
using Ita.Reports.Documents;
using Ita.Reports.Printing;
using Ita.Reports.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace Ita.App.Tests.Reports;

/// <summary>The step on the real store; only the printer is a mock, because the tests count its calls.</summary>
[Collection(AppTests.Name)]
public sealed class RenderStepTests(RunningApp running) : IDisposable
{
    private static readonly byte[] Pdf = "%PDF-1.4"u8.ToArray();

    private readonly OpenStorage storage = new(running.Storage);
    private readonly Mock<IPdfPrinter> printer = new(MockBehavior.Strict);

    [Fact]
    public async Task The_same_message_twice_prints_once()
    {
        var name = await NameAsync("ONCEPRINTED");
        printer.Setup(printer => printer.PrintAsync(
            It.Is<string>(html => html.Contains("ONCEPRINTED")), It.IsAny<PdfOptions>(), It.IsAny<CancellationToken>())).ReturnsAsync(Pdf);

        await RunAsync(name);
        await RunAsync(name);

        printer.Verify(printer => printer.PrintAsync(It.IsAny<string>(), It.IsAny<PdfOptions>(), It.IsAny<CancellationToken>()), Times.Once);
        Assert.Equal(ReportStatus.Printed, (await new ReportTable(storage).FindAsync(name, CancellationToken.None))?.Status);
    }

    [Fact]
    public async Task A_failed_print_fails_the_message_and_records_no_report()
    {
        var name = await NameAsync("PRINTERFAILS");
        printer.Setup(printer => printer.PrintAsync(It.IsAny<string>(), It.IsAny<PdfOptions>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new TimeoutException());

        var fault = await Record.ExceptionAsync(async () => Assert.Fail($"No fault, but: {await RunAsync(name)}"));

        Assert.True(fault is TimeoutException, fault?.Message);

        Assert.Null(await new ReportTable(storage).FindAsync(name, CancellationToken.None));
    }

    [Fact]
    public async Task A_requested_report_is_printed_while_a_run_uses_all_of_its_own_places()
    {
        await NameAsync("BATCHBUSY");
        var asked = await NameAsync("ASKEDFOR");
        var (started, released) = (new SemaphoreSlim(0), new TaskCompletionSource<byte[]>());
        printer.Setup(printer =>
            printer.PrintAsync(It.Is<string>(html => html.Contains("BATCHBUSY")), It.IsAny<PdfOptions>(), It.IsAny<CancellationToken>()))
            .Returns(() => { started.Release(); return released.Task; });
        printer.Setup(printer => printer.PrintAsync(
            It.Is<string>(html => html.Contains("ASKEDFOR")), It.IsAny<PdfOptions>(), It.IsAny<CancellationToken>())).ReturnsAsync(Pdf);
        await using var parts = Parts();
        var items = parts.GetRequiredService<RunItemStep>();
        var running = (await RunAsync(parts, "BATCHBUSY", RenderStep.Places + 2)).Select(job => items.RunAsync(job, CancellationToken.None)).ToList();
        for (var place = 0; place < RenderStep.Places; place++)
        {
            await started.WaitAsync();
        }

        Assert.Contains(
            "printed",
            await parts.GetRequiredService<RenderStep>().RunAsync(JobOf(asked), CancellationToken.None),
            StringComparison.Ordinal);

        Assert.Equal(0, started.CurrentCount);
        Assert.DoesNotContain(running, one => one.IsCompleted);
        released.SetResult(Pdf);
        await Task.WhenAll(running);
    }

    public void Dispose() => storage.Dispose();

    private async Task<ReportName> NameAsync(string agency)
    {
        var upload = await running.Api.SentAsync(ScoreFile.Whole(agency, 90m), $"{agency}.csv");
        Assert.Equal("accepted", upload.Status());
        return new ReportName(FiscalYear.FromBuddhistEra(2565), agency, ReportKind.Analysis, 1, Digits.Thai);
    }

    private async Task<string> RunAsync(ReportName name)
    {
        await using var parts = Parts();
        return await parts.GetRequiredService<RenderStep>().RunAsync(JobOf(name), CancellationToken.None);
    }

    private static RenderJob JobOf(ReportName name) => name.ToJob(new DateOnly(2026, 3, 2));

    // A planned run of the first kinds of one agency.
    private static async Task<IReadOnlyList<RunItemJob>> RunAsync(IServiceProvider parts, string agency, int kinds)
    {
        var order = new RunOrder(
            FiscalYear.FromBuddhistEra(2565), new RunScope(null, null, [agency]), [.. ReportKinds.OfOneAgency.Take(kinds)], true, "arabic");
        var now = TimeProvider.System.GetUtcNow();
        var run = new Run(order.Id, order, "test", now, "2026-03-02", RunControl.Active, 1, RoundMode.Asked, now, Planned: true);
        await parts.GetRequiredService<RunTable>().AddAsync(run, CancellationToken.None);
        var items = order.Kinds.Select(kind => new RunItem(agency, kind, null, null, null, RunItemStatus.Queued, Version: 1, Round: 1)).ToList();
        Assert.True(await parts.GetRequiredService<RunItemTable>().TryWriteAsync(run.Id, items, CancellationToken.None));
        return [.. items.Select(item => item.ToJob(run))];
    }

    // The whole app on the shared store, with the mock as its printer.
    private ServiceProvider Parts()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", running.ConnectionString)]).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(settings)
            .AddApp(settings)
            .AddSingleton(printer.Object)
            .BuildServiceProvider();
    }
}
