using Ita.Domain;
using Ita.App.Agencies;
using Ita.App.Jobs;
using Ita.App.Measures;
using Ita.App.Render;
using Ita.App.Results;
using Ita.App.Runs;
using Ita.App.Storage;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Uploads;
using Ita.Reports.Printing;
using Ita.Reports.Text;
using Microsoft.Extensions.Configuration;
using Moq;

namespace Ita.App.Tests.Render;

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

    public void Dispose() => _storage.Dispose();

    private async Task<ReportName> NameAsync(string agency)
    {
        var upload = await running.Api.SentAsync(ScoreFile.Whole(agency, 90m), $"{agency}.csv");
        Assert.Equal("accepted", upload.Status());
        return new ReportName(FiscalYear.FromBuddhistEra(2565), agency, ReportName.Analysis, 1, Digits.Thai);
    }

    private async Task<string> RunAsync(ReportName name)
    {
        var results = new ResultTable(_storage);
        var address = new PublicAddress(new ConfigurationBuilder().Build());
        var pictures = new PictureBlobs(_storage);
        var drafts = new ReportDrafts(
            results, new ResultBlobs(_storage), new UploadTable(_storage), new MeasureTable(_storage, pictures, TimeProvider.System), pictures, new LetterHeadTable(_storage), new SummaryDrafts(results), address);
        var press = new Press(drafts, address, _printer.Object, new ReportTable(_storage), TimeProvider.System);
        using var step = new RenderStep(press, Work(results, press));
        return await step.RunAsync(name.ToJob(new DateOnly(2026, 3, 2)), CancellationToken.None);
    }

    // No message here is of a run; its part is there because the step needs one.
    private RunWork Work(ResultTable results, Press press)
    {
        var blobs = new ResultBlobs(_storage);
        var scoring = new Scoring(new AgencyTable(_storage), new ItemScoreTable(_storage), results, blobs);
        var states = new RunStates(new RunTable(_storage), TimeProvider.System);
        return new(states, new RunItemTable(_storage), results, new ResultRevision(scoring, results, blobs), press, TimeProvider.System);
    }
}
