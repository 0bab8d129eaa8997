using Ita.App.Runs;
using Ita.App.Storage;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Killed;
using Ita.App.Tests.Runs;
using Ita.App.Uploads;
using Ita.App.Web;
using Xunit.Abstractions;

namespace Ita.App.Tests.Faults;

/// <summary>The whole way from files to reports on a storage that fails, with repeated and reordered messages, while
/// host and worker are killed at random points: nothing is lost, nothing is duplicated, and every byte is the same.
/// See <see cref="Replay"/>.</summary>
[Collection(KilledTests.Name)]
public sealed class StormTests(ITestOutputHelper output)
{
    private const int KillsAPart = 6;

    private static readonly string[] Tables =
    [
        StorageNames.Tables.Uploads, StorageNames.Tables.Agencies, StorageNames.Tables.ItemScores, StorageNames.Tables.Results,
        StorageNames.Tables.Reports, StorageNames.Tables.Seals,
    ];

    private static readonly string[] Containers =
        [StorageNames.Containers.Results, StorageNames.Containers.Reports, StorageNames.Containers.UploadErrors, StorageNames.Containers.Incoming];

    [Fact]
    public async Task With_twenty_kills_and_failing_storage_the_output_is_byte_for_byte_the_same()
    {
        output.WriteLine(Replay.Told);
        var stores = await Store.PairAsync();
        await using var calm = stores[0];
        await using var rough = stores[1];
        await using (var app = await calm.HostAsync())
        {
            await StormAsync(rough, async round =>
            {
                var undisturbed = new Round(round, calm);
                await undisturbed.DoAsync(() => app.Api, new Random(Replay.Seed), (done, what) => Eventually.TrueAsync(done, what));
                return undisturbed;
            });
        }

        await SameAsync(calm, rough);
    }

    // Compares with the same round without faults.
    private async Task StormAsync(Store rough, Func<int, Task<Round>> calm)
    {
        var (seed, kills) = (Replay.Seed, Replay.Kills);
        await using var proxy = await FaultProxy.StartAsync(rough.ConnectionString, seed);
        await using var host = await HostProcess.StartAsync(proxy.ConnectionString);
        proxy.Rates = FaultRates.Storm;
        var echo = new Echo(rough.Connection, new Random(seed), most: kills);
        var killer = new Killer(host, echo, new Random(seed), output.WriteLine);
        var began = TimeProvider.System.GetTimestamp();
        var number = 0;
        try
        {
            while (killer.Kills < kills)
            {
                var (undisturbed, round) = (calm(++number), new Round(number, rough));
                await round.DoAsync(() => host.Api, new Random(seed + number), (done, what) => killer.UntilAsync(done, KillsAPart, what));
                await SameAsync(await undisturbed, round, rough);
            }
        }
        finally
        {
            output.WriteLine($"{killer.Kills} kills in {number} rounds, {TimeProvider.System.GetElapsedTime(began).TotalSeconds:F0} s; "
                + $"LocalHost gave up {host.GivenUp} times; {echo.Sent} messages sent again; calls: {proxy.Told}");
            output.WriteLine(string.Join('\n', host.Errors));
            output.WriteLine($"left on the queues: {await LeftAsync(rough)}");
        }
    }

    private static async Task<string> LeftAsync(Store store) => string.Join(", ", await Task.WhenAll(StorageNames.Queues.All.Select(async queue =>
        $"{queue} {(await store.Connection.Queues.GetQueueClient(queue).GetPropertiesAsync()).Value.ApproximateMessagesCount}")));

    private static async Task SameAsync(Round calm, Round rough, Store store)
    {
        var (run, manifest) = rough.Outcome;
        Assert.Equal(calm.Outcome.Manifest, manifest);
        Assert.Equal(manifest.Count, manifest.DistinctBy(line => (line.Agency, line.Kind)).Count());
        Assert.Equal((calm.Outcome.Run.Counts(), calm.Outcome.Run.Reasons()), (run.Counts(), run.Reasons()));
        Assert.Equal(
            manifest.Count,
            run.GetProperty("done").GetInt32() + run.GetProperty("skipped").GetInt32() + run.GetProperty("failed").GetInt32());
        foreach (var line in manifest.Where(line => line.Path.Length > 0))
        {
            Assert.Equal(line.Sha256, await Snapshot.HashAsync(store.Connection, line.Path));
        }
    }

    private static async Task SameAsync(Store calm, Store rough)
    {
        foreach (var table in Tables)
        {
            Assert.Equal(await Snapshot.RowsAsync(calm.Connection, table), await Snapshot.RowsAsync(rough.Connection, table));
        }

        foreach (var container in Containers)
        {
            Assert.Equal(await Snapshot.BlobsAsync(calm.Connection, container), await Snapshot.BlobsAsync(rough.Connection, container));
        }

        Assert.DoesNotContain(
            await Snapshot.RowsAsync(rough.Connection, StorageNames.Tables.Uploads),
            row => row.Contains("rocessing", StringComparison.Ordinal));
        foreach (var poison in StorageNames.Queues.All.Where(queue => queue.EndsWith(StorageNames.Queues.PoisonSuffix, StringComparison.Ordinal)))
        {
            Assert.Equal(0, (await rough.Connection.Queues.GetQueueClient(poison).GetPropertiesAsync()).Value.ApproximateMessagesCount);
        }
    }
}
