using Ita.Functions.Storage;
using Ita.Functions.Tests.EndToEnd;
using Ita.Functions.Tests.Hosting;
using Ita.Functions.Tests.Killed;

namespace Ita.Functions.Tests.Runs;

/// <summary>Two hosts with a handler each on one store share one run, also when one of the handlers is killed.</summary>
[Collection(KilledTests.Name)]
public sealed class SeveralHostsTests : IAsyncLifetime
{
    private const int Agencies = 40;
    private const int Named = 4;
    private const string Province = "หลายเครื่อง";

    private Store? _store;

    public async Task InitializeAsync() => _store = await Store.StartAsync();

    public async Task DisposeAsync() => await _store!.DisposeAsync();

    [Fact]
    public async Task Two_hosts_make_every_item_once_and_one_survives_the_others_death()
    {
        await using var one = await _store!.HostAsync();
        await using var two = await _store.HostAsync();
        await RunNation.SentAsync(one.Api, Province, [.. Codes().Select((code, place) => (code, (decimal?)(60m + place)))]);

        var run = (await one.Api.StartedAsync(RunNation.Order(Province, "result"))).Id();
        var listed = (await two.Api.StartedAsync($$"""{"fiscalYear":2565,"scope":{"agencies":["{{string.Join("\",\"", Codes().Take(Named))}}"]},"kinds":["analysis"]}""")).Id();
        var victim = two.Host.HandlerProcessId;
        Killing.Kill(two);
        await Killing.RestartedAsync(two, victim);

        Assert.Equal($"{Agencies} 0 {Agencies} 0 0", (await two.Api.FinishedAsync(run)).Counts());
        Assert.Equal($"{Named} 0 {Named} 0 0", (await one.Api.FinishedAsync(listed)).Counts());
        await VouchedForAsync(one.Api, run, StorageNames.Containers.Results, Codes());
        Assert.Equal(Named, (await VouchedForAsync(two.Api, listed, StorageNames.Containers.Reports, Codes().Take(Named))).Count);
        Assert.All([one, two], app => Assert.Contains(app.Log, line => line.Contains("settled", StringComparison.Ordinal)));
    }

    // One line an agency, each with the hash of what lies in the container. Beside a result the bytes of a step may lie that was
    // slower than another one (the registry's asks for scores as the file of scores does): no row names them.
    private async Task<SortedDictionary<string, string>> VouchedForAsync(Caller api, string run, string container, IEnumerable<string> codes)
    {
        var manifest = await api.ManifestAsync(run);
        var blobs = await Snapshot.BlobsAsync(_store!.Connection, container);
        Assert.Equal(codes, manifest.Select(line => line.Agency));
        Assert.All(manifest, line => Assert.Equal(line.Sha256, blobs[line.Path[(container.Length + 1)..]]));
        return blobs;
    }

    private static IEnumerable<string> Codes() => Enumerable.Range(1, Agencies).Select(number => FormattableString.Invariant($"M{number:0000}"));
}
