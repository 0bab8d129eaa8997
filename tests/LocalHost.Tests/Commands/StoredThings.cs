using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Ita.LocalHost.Tests.Commands;

/// <summary>Rows, blobs and messages of one store, written and read by number.</summary>
internal sealed class StoredThings(string connectionString) : IDisposable
{
    private const string Name = "kept";

    private readonly Dictionary<string, string> parts = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);

    private readonly BlobContainerClient blobs = new(connectionString, Name, new BlobClientOptions { Retry = { MaxRetries = 0 } });
    private readonly QueueClient queue = new(connectionString, Name, new QueueClientOptions { Retry = { MaxRetries = 0 } });
    private readonly HttpClient http = new();

    public async Task CreateAsync()
    {
        await blobs.CreateAsync();
        await queue.CreateAsync();
        await RowsAsync("Tables", new { TableName = Name });
    }

    /// <summary>Writes a row, a blob and a message; throws when one is not acknowledged.</summary>
    public async Task WriteAsync(int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        await blobs.UploadBlobAsync(text, BinaryData.FromString(text));
        await queue.SendMessageAsync(text);
        await RowsAsync(Name, new { PartitionKey = "p", RowKey = text });
    }

    /// <summary>Returns the numbers that exist as row, as blob with its content, and as message.</summary>
    public async Task<HashSet<int>> ReadAsync()
    {
        var rows = (await RowsAsync($"{Name}()")).GetProperty("value").EnumerateArray().Select(row => row.GetProperty("RowKey").GetString()!);
        var found = new List<string>();
        await foreach (var blob in blobs.GetBlobsAsync())
        {
            found.Add((await blobs.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString());
        }

        var messages = new List<string>();
        while ((await queue.ReceiveMessagesAsync(32)).Value is { Length: > 0 } some)
        {
            messages.AddRange(some.Select(message => message.Body.ToString()));
        }

        return [.. rows.Intersect(found).Intersect(messages).Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
    }

    public void Dispose() => http.Dispose();

    // The client library for tables is not among the packages of LocalHost.
    private async Task<JsonElement> RowsAsync(string path, object? row = null)
    {
        var address = new Uri($"{parts["TableEndpoint"]}/{path}");
        using var request = new HttpRequestMessage(row is null ? HttpMethod.Get : HttpMethod.Post, address);
        request.Content = row is null ? null : JsonContent.Create(row, options: JsonSerializerOptions.Default);
        request.Headers.Date = TimeProvider.System.GetUtcNow();
        request.Headers.Accept.Add(new("application/json"));
        request.Headers.Add("x-ms-version", "2019-02-02");
        var signed = Encoding.UTF8.GetBytes($"{request.Headers.Date:R}\n/{parts["AccountName"]}{address.AbsolutePath}");
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(parts["AccountKey"]), signed));
        request.Headers.Authorization = new AuthenticationHeaderValue("SharedKeyLite", $"{parts["AccountName"]}:{signature}");
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created, text);
        return JsonDocument.Parse(text).RootElement;
    }
}
