using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Ita.Tests;

namespace Ita.LocalHost.Tests;

[Collection(AzuriteTests.Name)]
public sealed class BlobTests(AzuriteStore azurite)
{
    [Fact]
    public async Task A_new_blob_and_its_new_version_arrive_once_each_even_over_a_restart()
    {
        using var app = new TestApp(azurite, "Arrived");
        await using (await app.StartAsync())
        {
            await UploadAsync(app.Container(), "2566/ผล คะแนน.csv", "one");
            await app.UntilCalledAsync("one 2566/ผล คะแนน.csv");
            await UploadAsync(app.Container(), "2566/ผล คะแนน.csv", "two");
            await app.UntilCalledAsync("two 2566/ผล คะแนน.csv");
        }

        await using var again = await app.StartAsync();
        await UploadAsync(app.Container(), "last", "three");
        await app.UntilCalledAsync("three last");
        Assert.Equal(3, app.Calls.Count);
    }

    [Fact]
    public async Task Of_two_hosts_one_gets_a_blob()
    {
        using var app = new TestApp(azurite, "Arrived");
        await using var one = await app.StartAsync();
        await using var two = await app.StartAsync();
        for (var number = 0; number < 10; number++)
        {
            await UploadAsync(app.Container(), $"{number}", "ok");
        }

        await Eventually.TrueAsync(() => app.Calls.Select(call => call.Text).Distinct().Count() == 10, "ten blobs");
        Assert.Equal(10, app.Calls.Count);
    }

    [Fact]
    public async Task A_blob_that_fails_too_often_ends_in_the_poison_queue_of_blobs()
    {
        using var app = new TestApp(azurite, "Arrived");
        await using var host = await app.StartAsync();
        await UploadAsync(app.Container(), "bad.csv", "fail");
        var poison = new Azure.Storage.Queues.QueueClient(
            azurite.ConnectionString, "webjobs-blobtrigger-poison", new() { MessageEncoding = Azure.Storage.Queues.QueueMessageEncoding.Base64 });
        await Eventually.TrueAsync(async () => await poison.ExistsAsync() && (await poison.PeekMessageAsync()).Value is not null, "a poison message");
        var message = JsonNode.Parse((await poison.ReceiveMessageAsync()).Value.MessageText)!;
        Assert.Equal((app.Name, "bad.csv"), ((string?)message["ContainerName"], (string?)message["BlobName"]));
        Assert.Equal(2, app.Calls.Count);
    }

    [Fact]
    public async Task A_function_without_a_source_gets_its_blobs_from_the_listings_of_the_SDK()
    {
        using var app = new TestApp(azurite, "Listed");
        await using var host = await app.StartAsync();
        await UploadAsync(app.Container(app.Name + "-listed"), "one", "listed");
        await app.UntilCalledAsync("listed");
    }

    [Fact]
    public async Task A_blob_function_can_be_run_by_hand()
    {
        using var app = new TestApp(azurite, "Listed");
        await app.Container(app.Name + "-other").CreateAsync();
        await UploadAsync(app.Container(app.Name + "-other"), "one", "by hand");
        await using var host = await app.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        using var response = await http.PostAsJsonAsync("/admin/functions/Listed", new { input = $"{app.Name}-other/one" });
        await app.UntilCalledAsync("by hand");
    }

    /// <remarks>Otherwise the SDK would never find a blob written in the second of a listing, after it.</remarks>
    [Fact]
    public async Task A_listing_has_no_blob_of_the_second_in_which_it_is_made_and_has_it_later()
    {
        var options = new BlobClientOptions();
        options.AddPolicy(new Triggers.SettledListings(), Azure.Core.HttpPipelinePosition.PerCall);
        var container = new BlobContainerClient(azurite.ConnectionString, "settled", options);
        await container.CreateAsync();
        await UploadAsync(container, "first", "1");
        await Eventually.TrueAsync(async () => (await NamesAsync()).Contains("first"), "the first blob");

        await Eventually.TrueAsync(IsLeftOutAsync, "a listing without the blob just written");
        await Eventually.TrueAsync(async () => (await NamesAsync()).Count == 2, "both blobs");

        // Repeated, because a slow machine may list after the second is over.
        async Task<bool> IsLeftOutAsync()
        {
            await UploadAsync(container, "second", "2");
            return !(await NamesAsync()).Contains("second");
        }

        async Task<List<string>> NamesAsync()
        {
            var names = new List<string>();
            await foreach (var blob in container.GetBlobsAsync())
            {
                names.Add(blob.Name);
            }

            return names;
        }
    }

    private static Task UploadAsync(BlobContainerClient container, string name, string content) =>
        container.GetBlobClient(name).UploadAsync(new BinaryData(content), overwrite: true);
}
