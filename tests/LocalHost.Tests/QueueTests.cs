using System.Net.Http.Json;
using Azure.Storage.Queues;
using Ita.LocalHost.App;
using Ita.LocalHost.Host;
using Ita.Tests;

namespace Ita.LocalHost.Tests;

/// <summary>One running host with the queue functions, for tests that do not change it.</summary>
public sealed class QueueHost : IAsyncLifetime
{
    private readonly AzuriteStore azurite = new();
    private FunctionsHost? host;

    internal TestApp App { get; private set; } = null!;

    internal Uri Address => host!.Address;

    public async Task InitializeAsync()
    {
        await azurite.InitializeAsync();
        App = new(azurite, "Work", "Text", "Message");
        host = await App.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await (host?.DisposeAsync() ?? ValueTask.CompletedTask);
        App.Dispose();
        await azurite.DisposeAsync();
    }
}

public sealed class QueueTests(QueueHost host) : IClassFixture<QueueHost>
{
    private readonly TestApp app = host.App;

    [Theory]
    [InlineData("00FF80C3")]
    [InlineData("E0B887E0B8B2E0B899")]
    public async Task The_bytes_of_a_message_arrive_as_they_were_sent(string hex)
    {
        var bytes = Convert.FromHexString(hex);
        await app.Queue().SendMessageAsync(new BinaryData(bytes));
        await Eventually.TrueAsync(() => app.Calls.Any(call => call.Function == "Work" && call.Body.SequenceEqual(bytes)), $"a call with {hex}");
    }

    [Fact]
    public async Task The_facts_of_a_message_come_with_it()
    {
        var sent = (await app.Queue().SendMessageAsync("facts")).Value;
        await app.UntilCalledAsync("facts");
        var call = app.CallsOf("facts").Single();
        Assert.Equal(("1", sent.MessageId, "facts"), (call.Data("DequeueCount"), call.Data("Id"), call.Data("QueueTrigger")));
        var inserted = DateTimeOffset.Parse(call.Data("InsertionTime")!.Trim('"'), CultureInfo.InvariantCulture);
        Assert.Equal(sent.InsertionTime, inserted);
    }

    [Fact]
    public async Task A_message_that_succeeds_is_deleted()
    {
        await app.Queue("-text").SendMessageAsync("ข้อความ");
        await app.UntilCalledAsync("ข้อความ");
        await UntilCountAsync(app.Queue("-text"), 0);
        Assert.Equal("Text", app.CallsOf("ข้อความ").Single().Function);
    }

    [Fact]
    public async Task A_parameter_of_the_queue_client_library_gets_the_message()
    {
        await app.Queue("-message").SendMessageAsync("deferred");
        await app.UntilCalledAsync("deferred 1");
    }

    [Fact]
    public async Task A_message_that_fails_five_times_goes_to_the_poison_queue()
    {
        await app.Queue().SendMessageAsync("fail for ever");
        await UntilCountAsync(app.Queue("-poison"), 1);
        Assert.Equal("fail for ever", (await app.Queue("-poison").ReceiveMessageAsync()).Value.MessageText);
        Assert.Equal(["1", "2", "3", "4", "5"], app.CallsOf("fail for ever").Select(call => call.Data("DequeueCount")));
        Assert.Contains("System.InvalidOperationException: The order was to fail.", app.Log, StringComparison.Ordinal);
        Assert.Contains("Executed 'Work' (Failed", app.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_is_not_base64_goes_to_the_poison_queue_unchanged_without_a_call()
    {
        await app.Queue("-text", QueueMessageEncoding.None).SendMessageAsync("no base64!");
        var poison = app.Queue("-text-poison", QueueMessageEncoding.None);
        await UntilCountAsync(poison, 1);
        Assert.Equal("no base64!", (await poison.ReceiveMessageAsync()).Value.MessageText);
        Assert.DoesNotContain(app.Calls, call => call.Text.Contains("base64", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Many_messages_are_all_done_once()
    {
        var sent = Enumerable.Range(0, 40).Select(number => $"many {number}").ToList();
        await Task.WhenAll(sent.Select(text => app.Queue().SendMessageAsync(text)));
        await UntilCountAsync(app.Queue(), 0);
        Assert.Equal(sent.Order(), app.Calls.Select(call => call.Text).Where(text => text.StartsWith("many", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task A_function_can_be_run_by_hand()
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        using var response = await http.PostAsJsonAsync("/admin/functions/work", new { input = "by hand" });
        Assert.Equal(System.Net.HttpStatusCode.Accepted, response.StatusCode);
        await app.UntilCalledAsync("by hand");
    }

    private static Task UntilCountAsync(QueueClient queue, int count) => Eventually.TrueAsync(
        async () => await queue.ExistsAsync() && (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount == count,
        $"{count} messages in {queue.Name}");
}
