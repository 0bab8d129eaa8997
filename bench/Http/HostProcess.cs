using System.Diagnostics;
using System.Net.Http.Headers;
using Ita.Bench.Material;

namespace Ita.Bench.Http;

/// <summary>LocalHost of a given build as a separate process, with a store that is already running.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const string Key = "operator-key-of-the-bench-0123456789";

    private readonly Process process;

    private HostProcess(Process process, HttpClient http, TimeSpan firstAnswer) => (this.process, Http, FirstAnswer) = (process, http, firstAnswer);

    public HttpClient Http { get; }

    /// <summary>From the start of the process to the first response of the worker.</summary>
    public TimeSpan FirstAnswer { get; }

    public static async Task<HostProcess> StartAsync(string build, string storage)
    {
        var port = AppApi.FreePorts(1)[0];
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(build, "localhost", "localhost.dll"), "--app", Path.Combine(build, "app"), "--port", $"{port}", "--log", "/dev/null"])
        {
            RedirectStandardError = true,
            Environment =
            {
                ["AzureWebJobsStorage"] = storage,
                ["ITA_OPERATOR_KEY"] = Key,
                ["ITA_READS"] = "open",
                ["ANNUAL_SCHEDULE"] = "0 0 3 2 1 *",
                ["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:00.200",
            },
        };
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        while (!await AnswersAsync(http))
        {
            await Task.Delay(5);
        }

        return new(process, http, Stopwatch.GetElapsedTime(began));
    }

    /// <summary>Posts a file and waits until its result is available.</summary>
    public async Task IngestAsync(string file, string result)
    {
        using var content = new StreamContent(File.OpenRead(file));
        using var posted = await Http.PostAsync(new Uri($"/api/v1/uploads?name={Path.GetFileName(file)}", UriKind.Relative), content);
        posted.EnsureSuccessStatusCode();
        while (!(await Http.GetAsync(new Uri(result, UriKind.Relative))).IsSuccessStatusCode)
        {
            await Task.Delay(50);
        }
    }

    public IReadOnlyList<ProcessFacts> Processes() => ProcessFacts.TreeOf(process.Id);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        using (var signal = Process.Start("kill", $"{process.Id}"))
        {
            await signal.WaitForExitAsync();
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/api/health/live", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
