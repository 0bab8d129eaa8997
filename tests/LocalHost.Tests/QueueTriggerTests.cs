using Azure.Storage.Queues;
using Ita.Tests;

namespace Ita.LocalHost.Tests;

[Collection(StorageCollection.Name)]
public sealed class QueueTriggerTests(AzuriteStore azurite) : IDisposable
{
    private readonly TestApp app = new(azurite);

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_message_that_succeeds_is_deleted()
    {
        await using var host = await app.Queue().StartAsync();
        await app.QueueClient().SendMessageAsync("ok");
        await Eventually.TrueAsync(() => app.Calls.Count == 1 && app.Log.Contains("Executed (Succeeded", StringComparison.Ordinal), "one call");
        await UntilCountAsync(app.QueueClient(), 0);
        Assert.Single(app.Calls);
    }

    [Fact]
    public async Task The_call_is_chunked_and_carries_the_headers_of_the_host()
    {
        await using var host = await app.Queue().StartAsync();
        await app.QueueClient().SendMessageAsync("ok");
        await Eventually.TrueAsync(() => app.Calls.Count == 1, "one call");
        var call = app.Calls[0];
        var headers = call["headers"]!;
        Assert.Equal("/Work", (string?)call["url"]);
        Assert.Equal("chunked", (string?)headers["transfer-encoding"]);
        Assert.Null(headers["content-length"]);
        Assert.Equal("application/json; charset=utf-8", (string?)headers["content-type"]);
        Assert.Equal("4.1037.0.0", (string?)headers["x-azure-functions-hostversion"]);
        Assert.Equal("Azure-Functions-Host/4.1037.0.0", (string?)headers["user-agent"]);
        Assert.True(Guid.TryParse((string?)headers["x-azure-functions-invocationid"], out _));
    }

    [Fact]
    public async Task A_message_that_fails_five_times_goes_to_the_poison_queue()
    {
        await using var host = await app.Queue().StartAsync();
        await app.QueueClient().SendMessageAsync("fail");
        var poison = app.QueueClient("-poison");
        await Eventually.TrueAsync(async () => await poison.ExistsAsync() && await CountAsync(poison) == 1, "a poison message");
        Assert.Equal("fail", (await poison.ReceiveMessageAsync()).Value.MessageText);
        Assert.Equal(["1", "2", "3", "4", "5"], app.Calls.Select(DequeueCount));
        Assert.Equal(0, await CountAsync(app.QueueClient()));
    }

    [Fact]
    public async Task A_message_tried_too_often_before_goes_to_the_poison_queue_without_a_call()
    {
        var queue = app.QueueClient();
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync("ok");
        for (var time = 0; time < 6; time++)
        {
            var message = (await queue.ReceiveMessageAsync()).Value;
            await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, message.Body, TimeSpan.Zero);
        }

        await using var host = await app.Queue().StartAsync();
        var poison = app.QueueClient("-poison");
        await Eventually.TrueAsync(async () => await poison.ExistsAsync() && await CountAsync(poison) == 1, "a poison message");
        Assert.Empty(app.Calls);
    }

    [Fact]
    public async Task A_message_that_is_not_base64_goes_to_the_poison_queue()
    {
        await using var host = await app.Queue().StartAsync();
        var raw = new QueueClient(azurite.ConnectionString, app.Name);
        await raw.SendMessageAsync("no base64!");
        var poison = new QueueClient(azurite.ConnectionString, app.Name + "-poison");
        await Eventually.TrueAsync(async () => await poison.ExistsAsync() && await CountAsync(poison) == 1, "a poison message");
        Assert.Equal("no base64!", (await poison.ReceiveMessageAsync()).Value.MessageText);
    }

    [Fact]
    public async Task A_poison_queue_has_no_poison_queue_of_its_own()
    {
        await using var host = await app.Queue(suffix: "-poison").StartAsync();
        await app.QueueClient("-poison").SendMessageAsync("fail");
        await Eventually.TrueAsync(() => app.Log.Contains("Executed (Failed", StringComparison.Ordinal), "a failure");
        Assert.False(await app.QueueClient("-poison-poison").ExistsAsync());
        Assert.Equal(1, await CountAsync(app.QueueClient("-poison")));
        Assert.Single(app.Calls);
    }

    [Fact]
    public async Task An_output_is_delivered_byte_for_byte_and_as_base64()
    {
        await using var host = await app.Queue().StartAsync();
        await app.QueueClient().SendMessageAsync("out งาน {\"a\":1.50}");
        await UntilCountAsync(app.QueueClient("-out"), 1);
        Assert.Equal("งาน {\"a\":1.50}", (await app.QueueClient("-out").ReceiveMessageAsync()).Value.MessageText);
        Assert.Contains("out งาน", app.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_message_arrives_doubly_encoded_with_the_facts_of_the_contract()
    {
        await using var host = await app.Queue(dataType: "string").StartAsync();
        await app.QueueClient().SendMessageAsync("ok");
        await Eventually.TrueAsync(() => app.Calls.Count == 1, "one call");
        var body = System.Text.Json.Nodes.JsonNode.Parse((string)app.Calls[0]["body"]!)!;
        Assert.Equal("\"ok\"", (string?)body["Data"]!["job"]);
        Assert.Equal(
            ["DequeueCount", "ExpirationTime", "Id", "InsertionTime", "NextVisibleTime", "PopReceipt", "sys"],
            body["Metadata"]!.AsObject().Select(fact => fact.Key));
    }

    [Fact]
    public async Task Many_messages_are_all_done_once()
    {
        await using var host = await app.Queue().StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => app.QueueClient().SendMessageAsync("ok")));
        await Eventually.TrueAsync(() => app.Calls.Count == 40, "40 calls");
        await UntilCountAsync(app.QueueClient(), 0);
        Assert.Equal(40, app.Calls.Count);
    }

    private static string? DequeueCount(System.Text.Json.Nodes.JsonNode call) =>
        (string?)System.Text.Json.Nodes.JsonNode.Parse((string)call["body"]!)!["Metadata"]!["DequeueCount"];

    private static async Task<int> CountAsync(QueueClient queue) => (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount;

    private static Task UntilCountAsync(QueueClient queue, int count) =>
        Eventually.TrueAsync(async () => await CountAsync(queue) == count, $"{count} messages in {queue.Name}");
}
