using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Ita.Functions.Tests.Hosting;
using Ita.Tests;

namespace Ita.Functions.Tests.Contract;

/// <summary>The handler's process by itself, with the environment of the base image (contract.md, section 1).</summary>
internal sealed class LoneHandler : IDisposable
{
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly Process _process;
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    private LoneHandler(string port, string storage)
    {
        Address = int.TryParse(port, CultureInfo.InvariantCulture, out var number) ? new Uri($"http://127.0.0.1:{number}") : null;
        _process = new Process { StartInfo = Start(port, storage) };
        _process.OutputDataReceived += (_, line) => Keep(line.Data, _output);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data, _errors);
    }

    public Uri? Address { get; }

    public HttpClient Http => _http;

    public IReadOnlyCollection<string> Output => [.. _output];

    public IReadOnlyCollection<string> Errors => [.. _errors];

    public static LoneHandler Run(string? port = null, string storage = "UseDevelopmentStorage=true")
    {
        var handler = new LoneHandler(port ?? FreePorts.Take(1)[0].ToString(CultureInfo.InvariantCulture), storage);
        handler._process.Start();
        handler._process.BeginOutputReadLine();
        handler._process.BeginErrorReadLine();
        return handler;
    }

    public Task AnsweringAsync() => Eventually.TrueAsync(AnswersAsync, "an answer to GET /");

    public async Task<int> ExitCodeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _http.Dispose();
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await _http.GetAsync(Address);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static ProcessStartInfo Start(string port, string storage) => new(BuiltApp.Handler)
    {
        WorkingDirectory = BuiltApp.Folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment =
        {
            ["ASPNETCORE_URLS"] = "http://+:80",
            ["ASPNETCORE_CONTENTROOT"] = "/nonexistent",
            ["FUNCTIONS_CUSTOMHANDLER_PORT"] = port,
            ["AzureWebJobsStorage"] = storage,
            ["ITA_OPERATOR_KEY"] = AppOnHost.Key,
            ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
        },
    };

    private static void Keep(string? line, ConcurrentQueue<string> lines)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }
}
