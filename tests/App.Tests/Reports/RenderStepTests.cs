using Ita.App.Agencies;
using Ita.App.Jobs;
using Ita.App.Measures;
using Ita.App.Reports;
using Ita.App.Results;
using Ita.App.Runs;
using Ita.App.Storage;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Uploads;
using Ita.App.Web;
using Ita.Domain;
using Ita.Reports.Printing;
using Ita.Reports.Text;
using Microsoft.Extensions.Configuration;
using Moq;

namespace Ita.App.Tests.Reports;

/// <summary>The step on the real store; only the printer is a mock, because how often it is called is the question.</summary>
[Collection(AppTests.Name)]
public sealed class RenderStepTests(RunningApp running) : IDisposable
{
    private static readonly byte[] Pdf = "%PDF-1.4"u8.ToArray();

    private readonly OpenStorage _storage = new(running.Storage);
    private readonly Mock<IPdfPrinter> _printer = new(MockBehavior.Strict);

    [Fact]
    public async Task The_same_message_twice_prints_once()
    {
        var name = await NameAsync("ONCEPRINTED");
        _printer.Setup(printer => printer.PrintAsync(It.Is<string>(html => html.Contains("ONCEPRINTED")), It.IsAny<PdfOptions>(), It.IsAny<CancellationToken>())).ReturnsAsync(Pdf);

        await RunAsync(name);
        await RunAsync(name);

        _printer.Verify(printer => printer.PrintAsync(It.IsAny<string>(), It.IsAny<PdfOptions>(), It.IsAny<CancellationToken>()), Times.Once);
        Assert.Equal(ReportStatus.Printed, (await new ReportTable(_storage).FindAsync(name, CancellationToken.None))?.Status);
    }

    [Fact]
    public async Task A_printer_that_fails_fails_the_message_and_promises_nothing()
    {
        var name = await NameAsync("PRINTERFAILS");
        _printer.Setup(printer => printer.PrintAsync(It.IsAny<string>(), It.IsAny<PdfOptions>(), It.IsAny<CancellationToken>())).ThrowsAsync(new TimeoutException());

        var fault = await Record.ExceptionAsync(async () => Assert.Fail($"No fault, but: {await RunAsync(name)}"));

        Assert.True(fault is TimeoutException, fault?.Message);

        Assert.Null(await new ReportTable(_storage).FindAsync(name, CancellationToken.None));
    }

    [Fact]
    public async Task A_report_that_a_person_asked_for_is_printed_while_a_run_uses_all_of_its_own_places()
    {
        var (batch, asked) = (await NameAsync("BATCHBUSY"), await NameAsync("ASKEDFOR"));
        var (started, released) = (new SemaphoreSlim(0), new TaskCompletionSource<byte[]>());
        _printer.Setup(printer => printer.PrintAsync(It.Is<string>(html => html.Contains("BATCHBUSY")), It.IsAny<PdfOptions>(), It.IsAny<CancellationToken>()))
            .Returns(() => { started.Release(); return released.Task; });
        _printer.Setup(printer => printer.PrintAsync(It.Is<string>(html => html.Contains("ASKEDFOR")), It.IsAny<PdfOptions>(), It.IsAny<CancellationToken>())).ReturnsAsync(Pdf);
        using var step = Step();
        var running = Enumerable.Range(0, RenderStep.Places + 2).Select(_ => step.RunBatchAsync(JobOf(batch), CancellationToken.None)).ToList();
        for (var place = 0; place < RenderStep.Places; place++)
        {
            await started.WaitAsync();
        }

        Assert.Contains("printed", await step.RunAsync(JobOf(asked), CancellationToken.None), StringComparison.Ordinal);

        Assert.Equal(0, started.CurrentCount);
        Assert.DoesNotContain(running, one => one.IsCompleted);
        released.SetResult(Pdf);
        await Task.WhenAll(running);
    }

    public void Dispose() => _storage.Dispose();

    private async Task<ReportName> NameAsync(string agency)
    {
        var upload = await running.Api.SentAsync(ScoreFile.Whole(agency, 90m), $"{agency}.csv");
        Assert.Equal("accepted", upload.Status());
        return new ReportName(FiscalYear.FromBuddhistEra(2565), agency, ReportName.Analysis, 1, Digits.Thai);
    }

    private async Task<string> RunAsync(ReportName name)
    {
        using var step = Step();
        return await step.RunAsync(JobOf(name), CancellationToken.None);
    }

    private static RenderJob JobOf(ReportName name) => name.ToJob(new DateOnly(2026, 3, 2));

    private RenderStep Step()
    {
        var results = new ResultTable(_storage);
        var address = new PublicAddress(new ConfigurationBuilder().Build());
        var pictures = new PictureBlobs(_storage);
        var drafts = new ReportDrafts(
            results, new ResultBlobs(_storage), new UploadTable(_storage), new MeasureTable(_storage, pictures, TimeProvider.System), pictures, new LetterHeadTable(_storage), new SummaryDrafts(results), address);
        var press = new ReportPrinter(drafts, address, _printer.Object, new ReportTable(_storage), TimeProvider.System);
        return new RenderStep(press, Work(results, press));
    }

    // No message here is of a run; its part is there because the step needs one.
    private RunWork Work(ResultTable results, ReportPrinter press)
    {
        var blobs = new ResultBlobs(_storage);
        var scoring = new ResultScoring(new AgencyTable(_storage), new ItemScoreTable(_storage), results, blobs);
        var states = new RunStates(new RunTable(_storage), TimeProvider.System);
        return new(states, new RunItemTable(_storage), results, new ResultRevision(scoring, results, blobs), press, TimeProvider.System);
    }
}
