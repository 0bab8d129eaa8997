using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ita.App.Storage;
using Ita.App.Tests.Hosting;
using Ita.Tests;

namespace Ita.App.Tests.Storage;

/// <summary>Containers, queues and their names on the emulator.</summary>
[Collection(AzuriteTests.Name)]
public sealed class BlobAndQueueTests(AzuriteStore azurite)
{
    private readonly StorageConnection storage = RunningApp.StorageOf(azurite.ConnectionString);

    [Fact]
    public async Task Setting_up_twice_leaves_every_container_table_and_queue_in_place()
    {
        await StorageSetup.CreateAsync(storage);
        await storage.Tables.GetTableClient(StorageNames.Tables.Audit).UpsertEntityAsync(new TableEntity("kept", "kept"));

        await StorageSetup.CreateAsync(storage);

        Assert.All(StorageNames.Containers.All, name => Assert.True(storage.Blobs.GetBlobContainerClient(name).Exists()));
        Assert.All(StorageNames.Queues.All, name => Assert.True(storage.Queues.GetQueueClient(name).Exists()));
        foreach (var name in StorageNames.Tables.All)
        {
            var found = await storage.Tables.GetTableClient(name).GetEntityIfExistsAsync<TableEntity>("kept", "kept");
            Assert.Equal(name == StorageNames.Tables.Audit, found.HasValue);
        }
    }

    [Fact]
    public async Task A_check_names_everything_that_was_not_created()
    {
        var own = new AzuriteStore();
        await own.InitializeAsync();
        var storage = RunningApp.StorageOf(own.ConnectionString);
        await StorageSetup.CreateAsync(storage);
        await StorageSetup.CheckAsync(storage);

        await storage.Tables.DeleteTableAsync(StorageNames.Tables.Seals);
        await storage.Queues.DeleteQueueAsync(StorageNames.Queues.RenderBatch);
        await storage.Blobs.DeleteBlobContainerAsync(StorageNames.Containers.Pictures);

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => StorageSetup.CheckAsync(storage));
        Assert.StartsWith("The storage account lacks container pictures, table Seals, queue render-batch.", fault.Message, StringComparison.Ordinal);
        await own.DisposeAsync();
    }

    [Theory]
    [InlineData("plain.csv")]
    [InlineData("ปี 2569/ผลคะแนน IIT (แก้ไข).csv")]
    [InlineData("100%3F really?.csv")]
    public async Task A_blob_is_written_once_and_listed_under_its_own_name(string name)
    {
        var container = await NewContainerAsync($"names-{name.Length}");
        var blob = container.GetBlobClient(name);
        var onlyNew = new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } };
        await blob.UploadAsync(BinaryData.FromString("first"), onlyNew);

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => blob.UploadAsync(BinaryData.FromString("second"), onlyNew));

        Assert.Equal(409, refused.Status);
        Assert.Equal("first", (await blob.DownloadContentAsync()).Value.Content.ToString());
        Assert.Equal(name, Assert.Single(container.GetBlobs()).Name);
    }

    [Fact]
    public async Task A_blob_bigger_than_one_block_is_streamed_in_and_out()
    {
        var blob = (await NewContainerAsync("streams")).GetBlobClient("big.csv");
        var line = Encoding.UTF8.GetBytes("รหัส,ชื่อ,คะแนน\r\n");
        await using (var writing = await blob.OpenWriteAsync(overwrite: true, new() { BufferSize = 1 << 20 }))
        {
            for (var n = 0; n < 100_000; n++)
            {
                await writing.WriteAsync(line);
            }
        }

        using var reading = new StreamReader(await blob.OpenReadAsync());
        var lines = 0;
        while (await reading.ReadLineAsync() is { } read)
        {
            Assert.Equal("รหัส,ชื่อ,คะแนน", read);
            lines++;
        }

        Assert.Equal(100_000, lines);
    }

    [Fact]
    public async Task A_message_travels_as_Base64_and_arrives_as_it_was_sent()
    {
        var queue = storage.Queues.GetQueueClient("round-trip");
        await queue.CreateIfNotExistsAsync();

        await queue.SendMessageAsync("{\"upload\":\"ปี 2569/ก.csv\"}");

        var raw = new Azure.Storage.Queues.QueueClient(azurite.ConnectionString, "round-trip");
        var onTheWire = (await raw.PeekMessageAsync()).Value.MessageText;
        Assert.Equal("{\"upload\":\"ปี 2569/ก.csv\"}", Encoding.UTF8.GetString(Convert.FromBase64String(onTheWire)));
        var message = (await queue.ReceiveMessageAsync()).Value;
        Assert.Equal("{\"upload\":\"ปี 2569/ก.csv\"}", message.Body.ToString());
        await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        Assert.Null((await queue.PeekMessageAsync()).Value);
    }

    private async Task<BlobContainerClient> NewContainerAsync(string name)
    {
        var container = storage.Blobs.GetBlobContainerClient(name);
        await container.CreateIfNotExistsAsync();
        return container;
    }
}
