using Ita.App.Storage;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.Reports.Tests.Printing;
using Xunit.Abstractions;

namespace Ita.App.Tests.Killed;

/// <summary>After the worker was killed while printing the report is the same, and no browser process is
/// left.</summary>
[Collection(KilledTests.Name)]
public sealed class KilledRenderTests(ITestOutputHelper output)
{
    private static readonly string[] Reports =
    [
        "reports/2565/05470113/analysis",
        "reports/2565/06150502/analysis",
        "reports/2565/05470113/analysis?digits=thai",
        "reports/2565/06150502/analysis?digits=thai",
    ];

    [Fact]
    public async Task After_a_kill_while_printing_every_report_is_byte_for_byte_the_same_and_no_browser_is_left()
    {
        var stores = await Store.PairAsync();
        await using var calm = stores[0];
        await using var rough = stores[1];
        await using (var app = await calm.HostAsync())
        {
            await AskedAsync(calm, app);
            await PrintedAsync(app);
        }

        await using (var app = await rough.HostAsync())
        {
            await AskedAsync(rough, app);
            await KilledPrintingAsync(app);
            await KilledPrintingAsync(app);
            await PrintedAsync(app);
        }

        var blobs = await Snapshot.BlobsAsync(rough.Connection, StorageNames.Containers.Reports);
        Assert.Equal(Reports.Length, blobs.Count);
        Assert.Equal(await Snapshot.BlobsAsync(calm.Connection, StorageNames.Containers.Reports), blobs);
        Assert.Equal(
            await Snapshot.RowsAsync(calm.Connection, StorageNames.Tables.Reports),
            await Snapshot.RowsAsync(rough.Connection, StorageNames.Tables.Reports));
    }

    private static async Task AskedAsync(Store store, AppOnHost app)
    {
        await app.Api.SettledAsync(await store.ReceiveAsync(ScoreFile.Sample("2565-indicators.csv")));
        foreach (var report in Reports)
        {
            using var asked = await app.Api.PostAsync(report);
            asked.EnsureSuccessStatusCode();
        }
    }

    // Once the browser has a page, a report is being rendered or printed, because four reports wait.
    private async Task KilledPrintingAsync(AppOnHost app)
    {
        var victim = app.Host.WorkerProcessId;
        await Eventually.TrueAsync(() => Task.FromResult(Processes.Below(victim).Any(IsRenderer)), "a browser that prints");
        var orphans = Killing.Kill(app);
        output.WriteLine($"killed with {orphans.Count} processes below");
        Assert.Contains(orphans, IsRenderer);
        await Killing.GoneAsync(orphans);
        await Killing.RestartedAsync(app, victim);
    }

    private static async Task PrintedAsync(AppOnHost app)
    {
        foreach (var report in Reports)
        {
            await Eventually.TrueAsync(async () => (await app.Api.JsonAsync(report)).Status() == "printed", report);
        }
    }

    private static bool IsRenderer(ProcessSeen process) => process.Command.Contains("--type=renderer", StringComparison.Ordinal);
}
