using Ita.App.Storage;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Xunit.Abstractions;

namespace Ita.App.Tests.Killed;

/// <summary>After the worker was killed during an ingest nothing is lost, nothing is duplicated and every byte is the
/// same.</summary>
[Collection(KilledTests.Name)]
public sealed class KilledIngestTests(ITestOutputHelper output)
{
    private const int Agencies = 400;
    private const string Results = StorageNames.Containers.Results;

    [Fact]
    public async Task Killed_twice_an_ingest_ends_as_if_it_had_never_been_disturbed()
    {
        var file = ScoreFile.Bytes(ScoreFile.Whole(Codes(), (agency, item) => 50m + (((agency * 7) + (item * 13)) % 5000 / 100m)));
        var stores = await Store.PairAsync();
        await using var calm = stores[0];
        await using var rough = stores[1];
        await using (var app = await calm.HostAsync())
        {
            Assert.Equal("accepted", (await app.Api.SettledAsync(await calm.ReceiveAsync(file))).Status());
        }

        await DisturbedAsync(rough, file);

        var blobs = await Snapshot.BlobsAsync(rough.Connection, Results);
        Assert.Equal(Agencies, blobs.Count);
        Assert.All(blobs.Keys, name => Assert.Contains("/v1-", name, StringComparison.Ordinal));
        Assert.Equal(await Snapshot.BlobsAsync(calm.Connection, Results), blobs);
        await SameRowsAsync(calm, rough, StorageNames.Tables.Results);
        await SameRowsAsync(calm, rough, StorageNames.Tables.ItemScores);
        await SameRowsAsync(calm, rough, StorageNames.Tables.Uploads);
    }

    // The host tolerates two crashes of the worker in half an hour; after the third it would stop.
    private async Task DisturbedAsync(Store rough, byte[] file)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var chance = new Random(seed);
        await using var app = await rough.HostAsync();
        var upload = await rough.ReceiveAsync(file);
        await KilledAtAsync(rough, app, chance.Next(1, Agencies / 2));
        await KilledAtAsync(rough, app, chance.Next(Agencies / 2, Agencies * 5 / 6));
        Assert.Equal("accepted", (await app.Api.SettledAsync(upload)).Status());
        Assert.Equal(2, app.Log.Count(line => line.Contains("ended with exit code 137", StringComparison.Ordinal)));
    }

    private async Task KilledAtAsync(Store store, AppOnHost app, int results)
    {
        await Eventually.TrueAsync(async () => (await Snapshot.NamesAsync(store.Connection, Results)).Count >= results, $"{results} results");
        var victim = app.Host.WorkerProcessId;
        Killing.Kill(app);
        output.WriteLine($"killed at {(await Snapshot.NamesAsync(store.Connection, Results)).Count} results, meant {results}");
        await Killing.RestartedAsync(app, victim);
    }

    private static async Task SameRowsAsync(Store calm, Store rough, string table) =>
        Assert.Equal(await Snapshot.RowsAsync(calm.Connection, table), await Snapshot.RowsAsync(rough.Connection, table));

    private static IEnumerable<string> Codes() => Enumerable.Range(1, Agencies).Select(number => FormattableString.Invariant($"K{number:0000}"));
}

/// <summary>Run sequentially, because each needs both cores of the machine.</summary>
[CollectionDefinition(Name)]
public sealed class KilledTests
{
    public const string Name = "Killed";
}
