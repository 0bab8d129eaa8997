using System.Net;
using Ita.App;
using Ita.App.Jobs;
using Ita.App.Reports;
using Ita.App.Runs;
using Ita.App.Storage;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Runs;
using Ita.Domain;
using Ita.Reports.Documents;
using Ita.Reports.Printing;
using Ita.Reports.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace Ita.App.Tests.Reports;

/// <summary>A report that takes too long to print is tried once more apart from the others, and then fails with its reason. The printers are
/// mocks; no host takes the messages.</summary>
[Collection(AppTests.Name)]
public sealed class SlowPrintTests(HandDriven hand) : IClassFixture<HandDriven>, IAsyncLifetime
{
    private static readonly byte[] Pdf = "%PDF-1.4"u8.ToArray();

    private readonly Mock<IPdfPrinter> common = new();
    private readonly Mock<IPdfPrinter> apart = new();

    public Task InitializeAsync() => hand.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_report_that_takes_too_long_is_printed_apart()
    {
        var name = await NameAsync("SLOWONCE");
        Slow(common);
        Prints(apart);
        await using var parts = Parts();

        await RequestedAsync(parts, name);
        Assert.Empty(await hand.TakeAllAsync(StorageNames.Queues.Render));
        Assert.Equal(ReportStatus.Queued, (await FindAsync(parts, name)).Status);
        await ApartAsync(parts);

        Assert.Equal(ReportStatus.Printed, (await FindAsync(parts, name)).Status);
        Verify(common, 1);
        Verify(apart, 1);
    }

    [Fact]
    public async Task A_report_that_takes_too_long_twice_fails_with_its_reason()
    {
        var name = await NameAsync("SLOWTWICE");
        Slow(common);
        Slow(apart);
        await using var parts = Parts();

        await RequestedAsync(parts, name);
        await ApartAsync(parts);

        Assert.Equal((ReportStatus.Failed, "print-timeout"), ((await FindAsync(parts, name)).Status, (await FindAsync(parts, name)).Failure));
        var shown = await hand.Api.JsonAsync("reports/2565/SLOWTWICE/memo");
        Assert.Equal(("failed", "print-timeout"), (shown.Status(), shown.GetProperty("failure").GetString()));
        Assert.Contains("ไม่เสร็จในเวลาที่กำหนด", shown.GetProperty("failureText").GetString(), StringComparison.Ordinal);
        Assert.Contains("longer than the time allowed", shown.GetProperty("failureTextEn").GetString(), StringComparison.Ordinal);
        await RefusalsTests.RefusedAsync(
            hand.Api.GetAsync("reports/2565/SLOWTWICE/memo?format=pdf"), HttpStatusCode.Conflict, "report-too-slow");
        using var page = await new HttpClient().GetAsync(new Uri(hand.Address, "/api/app/results/2565/SLOWTWICE"));
        Assert.Contains("ไม่เสร็จในเวลาที่กำหนด", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requested_again_after_it_took_too_long_it_is_printed_apart_only()
    {
        var name = await NameAsync("SLOWAGAIN");
        Slow(common);
        Slow(apart);
        await using var parts = Parts();
        await RequestedAsync(parts, name);
        await ApartAsync(parts);
        Prints(apart);

        await parts.GetRequiredService<ReportRequests>().RequestAsync(name, CancellationToken.None);
        Assert.Empty(await hand.TakeAllAsync(StorageNames.Queues.Render));
        await ApartAsync(parts);

        Assert.Equal(ReportStatus.Printed, (await FindAsync(parts, name)).Status);
        Verify(common, 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public async Task Good_reports_are_printed_before_any_bad_one_is_tried_again(int bad)
    {
        var order = new List<string>();
        string[] agencies =
        [
            .. Enumerable.Range(1, bad).Select(number => $"HANGINGPRINT{bad}X{number}"),
            .. Enumerable.Range(1, 3).Select(number => $"WORKINGPRINT{bad}X{number}"),
        ];
        foreach (var agency in agencies)
        {
            await NameAsync(agency);
        }

        Prints(common, _ => order.Add("good"));
        Slow(common, "HANGINGPRINT");
        Slow(apart, call: _ => order.Add("bad again"));
        await using var parts = Parts();

        foreach (var agency in agencies)
        {
            await RequestedAsync(parts, Name(agency));
        }

        for (var number = 0; number < bad; number++)
        {
            await ApartAsync(parts);
        }

        Assert.Equal([.. Enumerable.Repeat("good", 3), .. Enumerable.Repeat("bad again", bad)], order);
    }

    [Fact]
    public async Task Of_reports_that_take_too_long_one_is_printed_at_a_time_and_they_keep_no_place_of_others()
    {
        var (inside, most) = (0, 0);
        var released = new TaskCompletionSource<byte[]>();
        Prints(common);
        apart.Setup(Call()).Returns(async () =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await released.Task;
            Interlocked.Decrement(ref inside);
            throw new PrintTimeoutException(TimeSpan.FromSeconds(1));
        });
        string[] agencies = ["HELD1", "HELD2", "HELD3"];
        foreach (var agency in agencies.Append("BESIDE"))
        {
            await NameAsync(agency);
        }

        await using var parts = Parts();
        var step = parts.GetRequiredService<RenderApartStep>();
        var held = agencies.Select(agency => step.RunAsync(new(JobOf(Name(agency))), CancellationToken.None)).ToList();
        Assert.Contains("printed", await parts.GetRequiredService<RenderStep>().RunAsync(JobOf(Name("BESIDE")), CancellationToken.None));
        Assert.DoesNotContain(held, one => one.IsCompleted);
        released.SetResult(Pdf);
        await Task.WhenAll(held);

        Assert.Equal(1, most);
    }

    [Fact]
    public async Task An_item_of_a_run_that_takes_too_long_fails_with_its_reason_and_the_others_are_done()
    {
        await RunNation.ByHandAsync(hand, "ช้าหนึ่ง", ("ITEMBAD", 80m), ("ITEMGOOD", 80m));
        var run = (await hand.Api.StartedAsync(RunNation.Order("ช้าหนึ่ง", "memo"))).Id();
        await hand.PlanAsync();
        Prints(common);
        Slow(common, "ITEMBAD");
        Slow(apart);
        await using var parts = Parts();
        var step = parts.GetRequiredService<RunItemStep>();
        foreach (var message in await hand.ItemsAsync())
        {
            await step.RunAsync(Job.Read<RunItemJob>(System.Text.Encoding.UTF8.GetBytes(message)), CancellationToken.None);
        }

        await ApartAsync(parts);
        await hand.FinishAsync(run);

        var shown = await hand.Api.JsonAsync($"runs/{run}");
        Assert.Equal(("2 0 1 0 1", "failed print-timeout 1"), (shown.Counts(), shown.Reasons()));
    }

    private static ReportName Name(string agency) => new(FiscalYear.FromBuddhistEra(2565), agency, ReportKind.Memo, 1, Digits.Arabic);

    private static RenderJob JobOf(ReportName name) => name.ToJob(new DateOnly(2026, 3, 2));

    private async Task<ReportName> NameAsync(string agency)
    {
        await hand.IngestAsync(ScoreFile.Whole(agency, 90m), $"{agency}.csv");
        return Name(agency);
    }

    // Requests the report and processes its message.
    private async Task RequestedAsync(IServiceProvider parts, ReportName name)
    {
        await parts.GetRequiredService<ReportRequests>().RequestAsync(name, CancellationToken.None);
        await hand.TakeAsync(StorageNames.Queues.Render);
        await parts.GetRequiredService<RenderStep>().RunAsync(JobOf(name), CancellationToken.None);
    }

    private async Task ApartAsync(IServiceProvider parts) => await parts.GetRequiredService<RenderApartStep>().RunAsync(
        Job.Read<ApartJob>(System.Text.Encoding.UTF8.GetBytes(await hand.TakeAsync(StorageNames.Queues.RenderApart))), CancellationToken.None);

    private static async Task<ReportRow> FindAsync(IServiceProvider parts, ReportName name) =>
        (await parts.GetRequiredService<ReportTable>().FindAsync(name, CancellationToken.None))!;

    private static System.Linq.Expressions.Expression<Func<IPdfPrinter, Task<byte[]>>> Call(string has = "") => printer =>
        printer.PrintAsync(It.Is<string>(html => html.Contains(has)), It.IsAny<PdfOptions>(), It.IsAny<CancellationToken>());

    private static void Prints(Mock<IPdfPrinter> printer, Action<string>? call = null) =>
        printer.Setup(Call()).Callback((string html, PdfOptions _, CancellationToken _) => call?.Invoke(html)).ReturnsAsync(Pdf);

    private static void Slow(Mock<IPdfPrinter> printer, string has = "", Action<string>? call = null) => printer.Setup(Call(has))
        .Callback((string html, PdfOptions _, CancellationToken _) => call?.Invoke(html))
        .ThrowsAsync(new PrintTimeoutException(TimeSpan.FromSeconds(1)));

    private static void Verify(Mock<IPdfPrinter> printer, int times) => printer.Verify(Call(), Times.Exactly(times));

    private ServiceProvider Parts()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", hand.ConnectionString)]).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(settings)
            .AddApp(settings)
            .AddSingleton(common.Object)
            .AddKeyedSingleton(PrintLane.Apart, apart.Object)
            .BuildServiceProvider();
    }
}
