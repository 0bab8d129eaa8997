using System.Text;
using Ita.Domain;
using Ita.Functions.Agencies;
using Ita.Functions.Invocation;
using Ita.Functions.Jobs;
using Ita.Functions.Measures;
using Ita.Functions.Render;
using Ita.Functions.Results;
using Ita.Functions.Runs;
using Ita.Functions.Storage;
using Ita.Functions.Tests.EndToEnd;
using Ita.Functions.Tests.Hosting;
using Ita.Functions.Uploads;
using Ita.Reports.Printing;
using Ita.Reports.Text;
using Microsoft.Extensions.Configuration;
using Moq;

namespace Ita.Functions.Tests.Render;

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

        var fault = await Record.ExceptionAsync(async () => Assert.Fail($"No fault, but: {string.Join(", ", (await RunAsync(name)).Logs)}"));

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

    private async Task<InvocationAnswer> RunAsync(ReportName name)
    {
        var results = new ResultTable(_storage);
        var address = new PublicAddress(new ConfigurationBuilder().Build());
        var pictures = new PictureBlobs(_storage);
        var drafts = new ReportDrafts(
            results, new ResultBlobs(_storage), new UploadTable(_storage), new MeasureTable(_storage, pictures, TimeProvider.System), pictures, new LetterHeadTable(_storage), new SummaryDrafts(results), address);
        var press = new Press(drafts, address, _printer.Object, new ReportTable(_storage));
        var step = new RenderStep(press, Work(results, press));
        var message = Convert.ToBase64String(Encoding.UTF8.GetBytes(Job.Write(name.ToJob(new DateOnly(2026, 3, 2)))));
        using var body = new MemoryStream(Encoding.UTF8.GetBytes($$$"""{"Data":{"job":"{{{message}}}"}}"""));
        return await step.RunAsync(await InvocationPayload.ReadAsync(body, CancellationToken.None), CancellationToken.None);
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
