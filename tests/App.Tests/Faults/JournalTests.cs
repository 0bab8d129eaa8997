using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Ita.App.Storage;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Faults;

/// <summary>A store that was killed has everything that it acknowledged, also what it had not written to its files.</summary>
public sealed class JournalTests : IAsyncLifetime
{
    private const string Name = "kept";

    private readonly BreakableStore store = new();

    public Task InitializeAsync() => store.StartAsync();

    public Task DisposeAsync() => store.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rows_blobs_and_messages_are_the_same_after_a_kill(bool isSavedBetween)
    {
        await WriteAsync(1);
        if (isSavedBetween)
        {
            await Eventually.TrueAsync(() => Task.FromResult(!Logs().Any()), "files without journals");
        }

        await BlockSavingAsync();
        await WriteAsync(2);
        await ChangeAsync();
        var before = await ReadAsync();
        await store.KillAsync();
        Assert.NotEmpty(Logs());
        UnblockSaving();
        await store.StartAsync();
        Assert.Equal(before, await ReadAsync());
        await WriteAsync(3);
        Assert.Equal(before.Length + 6, (await ReadAsync()).Length);
    }

    [Fact]
    public async Task Killing_it_again_and_again_loses_nothing()
    {
        for (var round = 1; round <= 3; round++)
        {
            await WriteAsync(round);
            var before = await ReadAsync();
            await store.KillAsync();
            await store.StartAsync();
            Assert.Equal(before, await ReadAsync());
        }
    }

    [Fact]
    public async Task What_was_being_written_at_the_kill_is_left_out_and_a_damaged_journal_is_named()
    {
        await BlockSavingAsync();
        await WriteAsync(1);
        var before = await ReadAsync();
        await store.KillAsync();
        UnblockSaving();
        var log = Logs().Last(name => name.Contains("_table_", StringComparison.Ordinal));
        await File.AppendAllTextAsync(log, "[99,\"insert\",\"devstore");
        await store.StartAsync();
        Assert.Equal(before, await ReadAsync());

        await BlockSavingAsync();
        await WriteAsync(2);
        await store.KillAsync();
        UnblockSaving();
        log = Logs().Last(name => name.Contains("_table_", StringComparison.Ordinal));
        await File.WriteAllTextAsync(log, "no journal\n" + await File.ReadAllTextAsync(log));
        var refused = await Assert.ThrowsAsync<IOException>(store.StartAsync);
        Assert.Contains($"The store is damaged: {log}: line 1", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_transaction_is_never_kept()
    {
        await BlockSavingAsync();
        var table = new TableClient(store.ConnectionString, Name);
        await table.CreateAsync();
        await table.AddEntityAsync(new TableEntity("p", "row50"));
        var failing = Rows("p", TableTransactionActionType.Add);
        await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(failing));
        await table.SubmitTransactionAsync(Rows("q", TableTransactionActionType.UpsertReplace));
        await store.KillAsync();
        UnblockSaving();
        await store.StartAsync();
        var rows = table.Query<TableEntity>().ToLookup(row => row.PartitionKey);
        Assert.Equal((1, 100), (rows["p"].Count(), rows["q"].Count()));
    }

    private static IEnumerable<TableTransactionAction> Rows(string partition, TableTransactionActionType action) =>
        Enumerable.Range(0, 100).Select(number => new TableTransactionAction(action, new TableEntity(partition, $"row{number}")));

    private IEnumerable<string> Logs() => Directory.EnumerateFiles(store.Folder, "*.log").Order(StringComparer.Ordinal);

    // LokiJS writes to this name first, and cannot while a folder has it.
    private Task BlockSavingAsync() =>
        Task.WhenAll(Databases().Select(file => Eventually.TrueAsync(() => Task.FromResult(IsBlocked(file + "~")), file)));

    private static bool IsBlocked(string name)
    {
        try
        {
            return Directory.CreateDirectory(name).Exists;
        }
        catch (IOException)
        {
            // The file is being written.
            return false;
        }
    }

    private void UnblockSaving() => Databases().Where(file => Directory.Exists(file + "~")).ToList().ForEach(file => Directory.Delete(file + "~"));

    private List<string> Databases() => [.. Directory.EnumerateFiles(store.Folder, "__azurite_db_*.json")];

    private async Task WriteAsync(int round)
    {
        var table = new TableClient(store.ConnectionString, Name);
        await table.CreateIfNotExistsAsync();
        await table.AddEntityAsync(new TableEntity("p", $"{round}") { ["text"] = "ไทย" });
        await table.SubmitTransactionAsync(Enumerable.Range(0, 3)
            .Select(number => new TableEntity("t", $"{round}-{number}") { ["bytes"] = new byte[] { 1, 2 } })
            .Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)));
        var blobs = new BlobContainerClient(store.ConnectionString, Name);
        await blobs.CreateIfNotExistsAsync();
        await blobs.UploadBlobAsync($"{round}", BinaryData.FromBytes(new byte[100_000 + round]));
        var queue = new QueueClient(store.ConnectionString, Name);
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync($"message {round}");
    }

    // Updates, deletions and a table that is created anew.
    private async Task ChangeAsync()
    {
        var table = new TableClient(store.ConnectionString, Name);
        await table.UpsertEntityAsync(new TableEntity("p", "1") { ["text"] = "changed" }, TableUpdateMode.Replace);
        await table.DeleteEntityAsync("t", "2-0");
        var again = new TableClient(store.ConnectionString, "again");
        await again.CreateAsync();
        await again.AddEntityAsync(new TableEntity("gone", "gone"));
        await again.DeleteAsync();
        await again.CreateAsync();
        await again.AddEntityAsync(new TableEntity("new", "new"));
        var blobs = new BlobContainerClient(store.ConnectionString, Name);
        await blobs.GetBlobClient("1").UploadAsync(BinaryData.FromString("other"), overwrite: true);
        await blobs.GetBlobClient("1").SetMetadataAsync(new Dictionary<string, string> { ["a"] = "b" });
        await blobs.UploadBlobAsync("gone", BinaryData.FromString("gone"));
        await blobs.DeleteBlobAsync("gone");
        var queue = new QueueClient(store.ConnectionString, Name);
        var first = (await queue.ReceiveMessageAsync()).Value;
        await queue.DeleteMessageAsync(first.MessageId, first.PopReceipt);
        await queue.SendMessageAsync("another");
    }

    // Rows with their ETag, blobs with their content, and the texts of messages.
    private async Task<string[]> ReadAsync()
    {
        var found = new List<string>();
        foreach (var name in new TableServiceClient(store.ConnectionString).Query().Select(table => table.Name))
        {
            found.AddRange(new TableClient(store.ConnectionString, name).Query<TableEntity>()
                .Select(row => $"{name} {string.Join(',', row.Select(pair => $"{pair.Key}={pair.Value}"))}"));
        }

        var blobs = new BlobContainerClient(store.ConnectionString, Name);
        await foreach (var blob in blobs.GetBlobsAsync(new() { Traits = Azure.Storage.Blobs.Models.BlobTraits.Metadata }))
        {
            var content = (await blobs.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content;
            found.Add($"{blob.Name} {blob.Properties.ETag} {string.Join(',', blob.Metadata)} {content.ToMemory().Length}");
        }

        var messages = await new QueueClient(store.ConnectionString, Name).PeekMessagesAsync(32);
        found.AddRange(messages.Value.Select(message => $"{message.MessageId} {message.Body}"));
        return [.. found];
    }
}
