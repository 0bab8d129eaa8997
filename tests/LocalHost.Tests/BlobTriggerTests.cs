using System.Text.Json.Nodes;
using Azure.Storage.Queues;
using Ita.Tests;

namespace Ita.LocalHost.Tests;

[Collection(StorageCollection.Name)]
public sealed class BlobTriggerTests(AzuriteStore azurite) : IDisposable
{
    private readonly TestApp app = new(azurite);

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_blob_fires_once_and_not_again_after_a_restart_but_again_when_changed()
    {
        await using (await app.Blob().StartAsync())
        {
            await UploadAsync("a.csv", "one");
            await UntilDoneAsync(1);
        }

        await using var again = await app.StartAsync();
        await UploadAsync("b.csv", "two");
        await UntilDoneAsync(2);
        await UploadAsync("a.csv", "three");
        await UntilDoneAsync(3);
        Assert.Equal(["one", "two", "three"], app.Calls.Select(Content));
    }

    [Theory]
    [InlineData("2566/ผลคะแนน ๑.csv")]
    [InlineData("literal%3Fquestion.csv")]
    [InlineData("a+b&c#d?e=f.csv")]
    [InlineData("50%.csv")]
    public async Task A_name_arrives_as_it_is(string name)
    {
        await using var host = await app.Blob().StartAsync();
        await UploadAsync(name, "x");
        await UntilDoneAsync(1);
        var metadata = Body(app.Calls[0])["Metadata"]!;
        Assert.Equal(name, JsonNode.Parse((string)metadata["name"]!)!.GetValue<string>());
        var uri = new Uri(JsonNode.Parse((string)metadata["Uri"]!)!.GetValue<string>());
        Assert.EndsWith("/" + name, Uri.UnescapeDataString(uri.AbsolutePath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blob_that_fails_five_times_is_reported_and_left_alone()
    {
        app.Settings["ORDER"] = "fail";
        var poison = new QueueClient(azurite.ConnectionString, "webjobs-blobtrigger-poison", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await using (await app.Blob().StartAsync())
        {
            await UploadAsync("ก.csv", "x");
            await Eventually.TrueAsync(async () => await poison.ExistsAsync() && (await poison.PeekMessagesAsync()).Value.Length == 1, "a report");
        }

        var report = JsonNode.Parse((await poison.ReceiveMessageAsync()).Value.MessageText)!.AsObject();
        Assert.Equal(["Type", "FunctionId", "BlobType", "ContainerName", "BlobName", "ETag"], report.Select(item => item.Key));
        Assert.Equal(("BlobTrigger", app.Name, "ก.csv"), ((string?)report["Type"], (string?)report["ContainerName"], (string?)report["BlobName"]));
        Assert.Equal(5, app.Calls.Count);
    }

    private static JsonNode Body(JsonNode call) => JsonNode.Parse((string)call["body"]!)!;

    private static string Content(JsonNode call) =>
        System.Text.Encoding.UTF8.GetString(Convert.FromBase64String((string)Body(call)["Data"]!["blob"]!));

    private async Task UploadAsync(string name, string content) =>
        await app.Container().GetBlobClient(name).UploadAsync(BinaryData.FromString(content), overwrite: true);

    private Task UntilDoneAsync(int count) =>
        Eventually.TrueAsync(() => app.Log.Split("Executed (Succeeded").Length - 1 == count, $"{count} blobs done");
}
