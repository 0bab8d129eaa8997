using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using Ita.LocalHost.Commands;

namespace Ita.LocalHost.Tests.Commands;

/// <summary>All acknowledged data exists after a restart, whichever way <c>./run</c> was stopped.</summary>
public sealed class StoppingTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("ita-stop-").FullName;

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Theory]
    [InlineData("TERM", To.LocalHost, 0)]
    [InlineData("INT", To.Group, 0)]
    [InlineData("HUP", To.Group, 0)]
    [InlineData("QUIT", To.Group, 0)]
    [InlineData("TERM", To.Group, 0)]
    [InlineData("TERM", To.Storage, 1)]
    [InlineData("KILL", To.LocalHost, 137)]
    [InlineData("KILL", To.Group, 137)]
    [InlineData("KILL", To.Storage, 1)]
    public async Task Nothing_acknowledged_is_lost_by_a_signal_in_the_middle_of_writing(string signal, To to, int exitCode)
    {
        HashSet<int> acknowledged;
        using (var serve = await ServeProcess.StartedAsync(data))
        {
            acknowledged = await WriteUntilStoppedAsync(serve.ConnectionString, () => ServeProcess.Kill(signal, Target(serve, to)));
            var (ended, error) = await serve.EndedAsync();
            Assert.True(exitCode == ended, $"exit code {ended}: {error}");
            var ending = signal == "KILL" ? "Azurite ended with exit code 137" : "Azurite was asked to stop";
            Assert.Equal(exitCode == 1, error.Contains(ending, StringComparison.Ordinal));
        }

        Assert.Subset(await FoundAsync(), acknowledged);
        Assert.True(acknowledged.Count >= 20);
    }

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_the_terminal_closes()
    {
        var facts = Path.Combine(data, "facts");
        var words = string.Join(' ', ServeProcess.Words(data).Select(word => $"'{word}'"));
        var start = new ProcessStartInfo("script", ["-qfc", $"exec dotnet {words} >'{facts}'", "/dev/null"])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        ServeProcess.Use(start, [0, 0, 0, 0]);
        using var terminal = Process.Start(start)!;
        await Eventually.TrueAsync(() => File.Exists(facts) && File.ReadAllText(facts).EndsWith('\n'), "a store");
        var storageId = await File.ReadAllTextAsync(Path.Combine(data, "storage", "pid"));
        using var storage = Process.GetProcessById(int.Parse(storageId, CultureInfo.InvariantCulture));

        var acknowledged = await WriteUntilStoppedAsync((await File.ReadAllTextAsync(facts)).Trim()["AzureWebJobsStorage=".Length..], terminal.Kill);
        await Eventually.TrueAsync(() => storage.HasExited, "the end of the storage");
        Assert.Subset(await FoundAsync(), acknowledged);
    }

    [Fact]
    public async Task An_upload_in_progress_is_finished_and_stored_before_the_storage_ends()
    {
        using (var serve = await ServeProcess.StartedAsync(data))
        {
            var container = new BlobContainerClient(serve.ConnectionString, "kept");
            await container.CreateAsync();
            var address = container.GetBlobClient("slow").GenerateSasUri(BlobSasPermissions.Write, TimeProvider.System.GetUtcNow().AddHours(1));
            using var content = new HeldContent([1], [2]);
            content.Headers.Add("x-ms-blob-type", "BlockBlob");
            using var http = new HttpClient();
            var answer = http.PutAsync(address, content);
            await content.Begun;
            ServeProcess.Kill("TERM", serve.Id);
            await Listening.UntilClosedAsync(address.Port);
            content.Release();
            Assert.Equal(HttpStatusCode.Created, (await answer).StatusCode);
            Assert.Equal(0, (await serve.EndedAsync()).ExitCode);
        }

        using var again = await ServeProcess.StartedAsync(data);
        Assert.Equal([1, 2], (await new BlobClient(again.ConnectionString, "kept", "slow").DownloadContentAsync()).Value.Content.ToArray());
    }

    [Fact]
    public async Task A_killed_storage_stops_all_and_is_named()
    {
        using var serve = await ServeProcess.StartedAsync(data);
        ServeProcess.Kill("KILL", serve.StorageId);
        var (exitCode, error) = await serve.EndedAsync();
        Assert.Equal(1, exitCode);
        Assert.Contains("Azurite ended with exit code 137", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_store_is_written_soon_so_that_killing_everything_loses_little()
    {
        using var serve = await ServeProcess.StartedAsync(data);
        using var things = new StoredThings(serve.ConnectionString);
        await things.CreateAsync();
        await things.WriteAsync(1);
        var written = Stopwatch.GetTimestamp();
        var table = Path.Combine(data, "storage", "__azurite_db_table__.json");
        await Eventually.TrueAsync(() => File.ReadAllText(table).Contains("\"RowKey\":\"1\"", StringComparison.Ordinal), "the row in its file");
        Assert.True(Stopwatch.GetElapsedTime(written) < TimeSpan.FromSeconds(4), "It was written by Azurite's own timer of five seconds.");
    }

    private static int Target(ServeProcess serve, To to) => to switch
    {
        To.Group => -serve.Id,
        To.Storage => serve.StorageId,
        _ => serve.Id,
    };

    // Writers go on until the store refuses them, so that the signal always meets requests in progress.
    private static async Task<HashSet<int>> WriteUntilStoppedAsync(string connectionString, Action stop)
    {
        using var things = new StoredThings(connectionString);
        await things.CreateAsync();
        var acknowledged = new ConcurrentDictionary<int, bool>();
        var next = 0;
        var writers = Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                while (true)
                {
                    var number = Interlocked.Increment(ref next);
                    await things.WriteAsync(number);
                    acknowledged.TryAdd(number, true);
                }
            }
            catch (Exception refused) when (refused is Azure.RequestFailedException or HttpRequestException)
            {
            }
        }));
        await Eventually.TrueAsync(() => acknowledged.Count >= 20 || writers.IsCompleted, "20 acknowledged writes");
        stop();
        await writers;
        return [.. acknowledged.Keys];
    }

    private async Task<HashSet<int>> FoundAsync()
    {
        using var again = await ServeProcess.StartedAsync(data);
        using var things = new StoredThings(again.ConnectionString);
        return await things.ReadAsync();
    }

    public enum To
    {
        LocalHost,
        Storage,
        Group,
    }
}
