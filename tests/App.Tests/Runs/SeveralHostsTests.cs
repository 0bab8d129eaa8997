using Ita.App.Storage;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Killed;
using Ita.App.Web;

namespace Ita.App.Tests.Runs;

/// <summary>Two hosts with a worker each share one run on one store, even when one of the workers is killed.</summary>
[Collection(KilledTests.Name)]
public sealed class SeveralHostsTests : IAsyncLifetime
{
    private const int Agencies = 40;
    private const int Named = 4;
    private const string Province = "หลายเครื่อง";

    private Store? store;

    public async Task InitializeAsync() => store = await Store.StartAsync();

    public async Task DisposeAsync() => await store!.DisposeAsync();

    [Fact]
    public async Task Two_hosts_make_every_item_once_even_when_one_is_killed()
    {
        await using var one = await store!.HostAsync();
        await using var two = await store.HostAsync();
        await RunNation.SentAsync(one.Api, Province, NothingLeftToScoreAsync, [.. Codes().Select((code, place) => (code, (decimal?)(60m + place)))]);

        var run = (await one.Api.StartedAsync(RunNation.Order(Province, "result"))).Id();
        var listed = (await two.Api.StartedAsync(
            $$"""{"fiscalYear":2565,"scope":{"agencies":["{{string.Join("\",\"", Codes().Take(Named))}}"]},"kinds":["analysis"]}""")).Id();
        var victim = two.Host.WorkerProcessId;
        Killing.Kill(two);
        await Killing.RestartedAsync(two, victim);

        Assert.Equal($"{Agencies} 0 {Agencies} 0 0", (await two.Api.FinishedAsync(run)).Counts());
        Assert.Equal($"{Named} 0 {Named} 0 0", (await one.Api.FinishedAsync(listed)).Counts());
        await VouchedForAsync(one.Api, run, StorageNames.Containers.Results, Codes());
        await VouchedForAsync(two.Api, listed, StorageNames.Containers.Reports, Codes().Take(Named));
        Assert.All([one, two], app => Assert.Contains(app.Log, line => line.Contains("settled", StringComparison.Ordinal)));
    }

    // The registry file causes scoring. If it were still running when the score file arrives, two steps could create
    // the same version, and the slower one would leave a blob that no row refers to.
    private Task NothingLeftToScoreAsync() => Eventually.TrueAsync(
        async () => (await store!.Connection.Queues.GetQueueClient(StorageNames.Queues.Score)
            .GetPropertiesAsync()).Value.ApproximateMessagesCount == 0, "nothing left to score");

    // One line per agency, each with the hash of its blob, and the container has no other blobs.
    private async Task VouchedForAsync(Caller api, string run, string container, IEnumerable<string> codes)
    {
        var manifest = await api.ManifestAsync(run);
        Assert.Equal(codes, manifest.Select(line => line.Agency));
        Assert.Equal(
            (await Snapshot.BlobsAsync(store!.Connection, container)).Select(blob => ($"{container}/{blob.Key}", blob.Value)),
            manifest.Select(line => (line.Path, line.Sha256)).OrderBy(line => line.Path, StringComparer.Ordinal));
    }

    private static IEnumerable<string> Codes() => Enumerable.Range(1, Agencies).Select(number => FormattableString.Invariant($"M{number:0000}"));
}
