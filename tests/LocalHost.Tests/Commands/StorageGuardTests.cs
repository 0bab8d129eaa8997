using Azure;

namespace Ita.LocalHost.Tests.Commands;

/// <summary>What the storage emulator refuses before it looks at the request.</summary>
public sealed class StorageGuardTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("ita-guard-").FullName;

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public async Task A_foreign_page_cannot_use_the_storage()
    {
        using var serve = await ServeProcess.StartedAsync(data);
        foreach (var port in serve.StoragePorts)
        {
            const string Post = "POST /devstoreaccount1/ingest/messages";
            await RefusesAsync(403, port, "GET /", "Host: evil.example");
            await RefusesAsync(403, port, "GET /", $"Host: 127.0.0.1.evil.example:{port}");
            await RefusesAsync(403, port, Post, $"Host: 127.0.0.1:{port}", "Origin: https://evil.example", "Content-Length: 0");
            await RefusesAsync(403, port, "GET /", $"Host: localhost:{port}", "Origin: null");

            // What Azurite itself answers to a request without an account.
            await RefusesAsync(400, port, "GET /", $"Host: localhost:{port}");
        }
    }

    [Fact]
    public async Task Writes_on_a_full_disk_are_refused_and_what_was_kept_can_be_read()
    {
        using (var before = await ServeProcess.StartedAsync(data))
        {
            using var things = new StoredThings(before.ConnectionString);
            await things.CreateAsync();
            await things.WriteAsync(1);
        }

        using var full = await ServeProcess.StartedAsync(data, ("ITA_STORE_RESERVE_MB", "1000000000"));
        using var kept = new StoredThings(full.ConnectionString);
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => kept.WriteAsync(2));
        Assert.Equal((507, "InsufficientStorage"), (refused.Status, refused.ErrorCode));
        Assert.Equal([1], await kept.ReadAsync());
    }

    [Fact]
    public async Task A_file_that_is_gone_when_its_size_is_read_does_not_end_the_storage()
    {
        using var serve = await ServeProcess.StartedAsync(data);
        using var things = new StoredThings(serve.ConnectionString);

        // A link without a target is listed, and its size cannot be read: as a file that is renamed between the two.
        File.CreateSymbolicLink(Path.Combine(data, "storage", "__azurite_db_gone__.json~"), Path.Combine(data, "no such file"));
        await things.CreateAsync();
        await things.WriteAsync(1);
        Assert.Equal([1], await things.ReadAsync());
    }

    private static async Task RefusesAsync(int status, int port, string start, params string[] headers) =>
        Assert.StartsWith($"HTTP/1.1 {status}", await RawCall.SendAsync(port, start, headers), StringComparison.Ordinal);
}
