using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Ita.Bench.Material;

/// <summary>The real app as <c>./run</c> starts it: Azurite on disk, LocalHost, the handler, in processes of their own.</summary>
public sealed class RunningApp : IAsyncDisposable
{
    private readonly Process localhost;
    private readonly HttpClient http;

    private RunningApp(Process localhost, Uri address, string key)
    {
        this.localhost = localhost;
        Address = new Uri(address, "/api/v1/");
        http = new() { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(10) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>Of the API, for callers of their own.</summary>
    public Uri Address { get; }

    /// <param name="data">A new folder for the store.</param>
    public static async Task<RunningApp> StartAsync(string data)
    {
        var start = new ProcessStartInfo("dotnet",
        [
            Repository.At(".build", "localhost", "localhost.dll"), "serve", "--app", Repository.At(".build", "app"),
            "--packages", Repository.Root, "--data", data, "--log", Path.Combine(data, "app.log"),
        ])
        {
            RedirectStandardOutput = true,
        };
        var ports = FreePorts(4);
        start.Environment["ITA_PORT"] = $"{ports[0]}";
        start.Environment["ITA_AZURITE_PORTS"] = string.Join(',', ports.Skip(1));
        Directory.CreateDirectory(data);
        var localhost = Process.Start(start)!;
        while (await localhost.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("operator key", StringComparison.Ordinal))
            {
                return new(localhost, new Uri($"http://localhost:{ports[0]}"), line["operator key".Length..].Trim());
            }
        }

        throw new IOException($"The app did not start; see {data}.");
    }

    public IReadOnlyList<ProcessFacts> Processes() => ProcessFacts.TreeOf(localhost.Id);

    /// <summary>The upload's id.</summary>
    public async Task<string> UploadAsync(string file)
    {
        await using var content = File.OpenRead(file);
        using var body = new StreamContent(content);
        body.Headers.ContentType = new("application/octet-stream");
        using var answer = await http.PostAsync("uploads?name=nation.csv", body);
        return (await JsonAsync(answer)).GetProperty("id").GetString()!;
    }

    /// <summary>What became of an upload, once that is settled.</summary>
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

    public async Task PutAsync(string path, object json)
    {
        using var answer = await http.PutAsJsonAsync(path, json);
        await JsonAsync(answer);
    }

    public async Task<JsonElement> PostAsync(string path)
    {
        using var answer = await http.PostAsync(path, null);
        return await JsonAsync(answer);
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await http.GetAsync(path);
        return await JsonAsync(answer);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        // The polite signal: LocalHost then stops the handler and Azurite.
        using (var signal = Process.Start("kill", $"{localhost.Id}"))
        {
            await signal.WaitForExitAsync();
        }

        await localhost.WaitForExitAsync();
        localhost.Dispose();
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonDocument.Parse(text).RootElement
            : throw new HttpRequestException($"{answer.RequestMessage?.RequestUri?.PathAndQuery}: {(int)answer.StatusCode} {text}");
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }
}
