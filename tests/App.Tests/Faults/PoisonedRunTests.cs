using Ita.App.Storage;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Killed;
using Ita.App.Tests.Runs;
using Ita.App.Web;

namespace Ita.App.Tests.Faults;

/// <summary>An item that fails at every attempt is recorded as failed with its reason, and is made when its run is
/// retried.</summary>
[Collection(KilledTests.Name)]
public sealed class PoisonedRunTests
{
    private const string Province = "จังหวัดไร้เบราว์เซอร์";

    [Fact]
    public async Task Reports_that_no_browser_prints_fail_by_name_and_a_retry_makes_them()
    {
        await using var store = await Store.StartAsync();
        string run;
        await using (var app = await store.HostAsync(("CHROMIUM_PATH", "/nowhere/chromium")))
        {
            await RunNation.SentAsync(app.Api, Province, ("BROKEN1", 90m), ("BROKEN2", 80m), ("BROKEN3", null));
            run = (await app.Api.StartedAsync(RunNation.Order(Province, "result", "analysis"))).Id();
            var failed = await app.Api.FinishedAsync(run);

            Assert.Equal(("6 0 2 2 2", "skipped no-result 2, failed every-try-failed 2"), (failed.Counts(), failed.Reasons()));
            Assert.Equal(["BROKEN1", "BROKEN2"], Failed(await app.Api.ManifestAsync(run)));
            Assert.Equal("failed", (await app.Api.JsonAsync("reports/2565/BROKEN1/analysis")).Status());
            Assert.Equal(
                0,
                (await store.Connection.Queues.GetQueueClient(StorageNames.Queues.RenderPoison).GetPropertiesAsync()).Value.ApproximateMessagesCount);
        }

        await using (var app = await store.HostAsync())
        {
            await app.Api.SteeredAsync(run, "retry");
            var made = await app.Api.FinishedAsync(run);
            var manifest = await app.Api.ManifestAsync(run);

            Assert.Equal(("6 0 4 2 0", "skipped no-result 2"), (made.Counts(), made.Reasons()));
            Assert.Empty(Failed(manifest));
            foreach (var line in manifest.Where(line => line.Path.Length > 0))
            {
                Assert.Equal(line.Sha256, await Snapshot.HashAsync(store.Connection, line.Path));
            }
        }
    }

    private static IEnumerable<string> Failed(IEnumerable<ManifestLine> manifest) =>
        manifest.Where(line => (line.Kind, line.Status, line.Reason) == ("analysis", "failed", "every-try-failed")).Select(line => line.Agency);
}
