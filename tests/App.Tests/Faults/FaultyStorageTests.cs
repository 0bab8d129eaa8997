using System.Net;
using Ita.App.Storage;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Killed;
using Xunit.Abstractions;

namespace Ita.App.Tests.Faults;

/// <summary>Files are uploaded in both ways while storage fails: each is ingested once and completely, and is
/// accepted.</summary>
[Collection(KilledTests.Name)]
public sealed class FaultyStorageTests(ITestOutputHelper output)
{
    private const int Files = 12;

    private static readonly string[] Open = ["status=Received", "status=Processing"];

    [Fact]
    public async Task Files_posted_and_dropped_with_failing_storage_are_each_ingested_once()
    {
        output.WriteLine(Replay.Told);
        await using var store = await Store.StartAsync();
        await using var proxy = await FaultProxy.StartAsync(store.ConnectionString, Replay.Seed);
        // With a short lease: when a response of the queue is lost, its messages stay hidden until the lease ends.
        await using var app = await HostProcess.StartAsync(proxy.ConnectionString);
        proxy.Rates = FaultRates.Storm;

        await Task.WhenAll(Enumerable.Range(1, Files).Select(number => PostedAsync(app.Api, number)));
        await Task.WhenAll(Enumerable.Range(Files + 1, Files).Select(number => store.Connection.Blobs
            .GetBlobContainerClient(StorageNames.Containers.Uploads).UploadBlobAsync($"{number}.csv", BinaryData.FromBytes(File(number)))));
        try
        {
            await Eventually.TrueAsync(async () => (await SettledAsync(store)).Count == 2 * Files, "every file settled");
        }
        finally
        {
            output.WriteLine(proxy.Told);
            output.WriteLine(string.Join('\n', app.Errors));
        }

        proxy.Rates = FaultRates.None;

        Assert.All(await SettledAsync(store), row => Assert.EndsWith("status=Accepted", row, StringComparison.Ordinal));
        foreach (var number in Enumerable.Range(1, 2 * Files))
        {
            var result = await app.Api.ResultAsync(2565, Code(number));
            Assert.Equal((1, $"{50 + number}.00"), (result.Version(), result.Total()));
        }
    }

    private static string Code(int number) => $"FAULTY{number}";

    private static byte[] File(int number) => ScoreFile.Bytes(ScoreFile.Whole(Code(number), 50 + number));

    // Like a real client: a request without a response is sent again.
    private static Task PostedAsync(Caller api, int number) => Eventually.TrueAsync(
        () => Wish.TriedAsync(async () =>
        {
            using var answer = await api.PostFileAsync(File(number), $"{number}.csv");
            return answer.StatusCode == HttpStatusCode.Accepted;
        }),
        $"file {number} posted");

    private static async Task<IReadOnlyList<string>> SettledAsync(Store store) =>
        [.. (await Snapshot.RowsAsync(store.Connection, StorageNames.Tables.Uploads)).Where(
            row => !Open.Any(status => row.EndsWith(status, StringComparison.Ordinal)))];
}
