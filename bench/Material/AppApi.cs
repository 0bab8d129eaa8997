using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Ita.Bench.Material;

/// <summary>A client of the app's API with an operator's key.</summary>
public sealed class AppApi : IDisposable
{
    private readonly HttpClient http;

    public AppApi(Uri address, string key)
    {
        Address = new Uri(address, "/api/v1/");
        http = new() { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(10) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>The base address, for other clients.</summary>
    public Uri Address { get; }

    /// <summary>Uploads a file and returns the upload's id.</summary>
    public async Task<string> UploadAsync(string file)
    {
        await using var content = File.OpenRead(file);
        using var body = new StreamContent(content);
        body.Headers.ContentType = new("application/octet-stream");
        using var answer = await http.PostAsync("uploads?name=nation.csv", body);
        return (await JsonAsync(answer)).GetProperty("id").GetString()!;
    }

    /// <summary>Waits until an upload is settled and returns it.</summary>
    public async Task<JsonElement> SettledAsync(string upload)
    {
        while (true)
        {
            var status = await GetAsync($"uploads/{upload}");
            if (status.GetProperty("status").GetString() is not ("received" or "processing"))
            {
                return status;
            }

            await Task.Delay(200);
        }
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await http.GetAsync(path);
        return await JsonAsync(answer);
    }

    public async Task<byte[]> BytesAsync(string path) => await http.GetByteArrayAsync(new Uri(path, UriKind.Relative));

    public async Task PutAsync(string path, object json)
    {
        using var answer = await http.PutAsJsonAsync(path, json);
        await JsonAsync(answer);
    }

    public async Task<JsonElement> PostAsync(string path, string json = "")
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(path, body);
        return await JsonAsync(answer);
    }

    /// <summary>Counts the results of the nation page by page.</summary>
    public async Task<int> CountResultsAsync()
    {
        var count = 0;
        string? next = null;
        do
        {
            var page = await GetAsync($"results?pageSize=1000{(next is null ? "" : $"&page={Uri.EscapeDataString(next)}")}");
            count += page.GetProperty("results").GetArrayLength();
            next = page.GetProperty("next") is { ValueKind: JsonValueKind.String } token ? token.GetString() : null;
        }
        while (next is not null);
        return count;
    }

    public void Dispose() => http.Dispose();

    /// <summary>Ports that are currently free.</summary>
    public static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonDocument.Parse(text).RootElement
            : throw new HttpRequestException($"{answer.RequestMessage?.RequestUri?.PathAndQuery}: {(int)answer.StatusCode} {text}");
    }
}
