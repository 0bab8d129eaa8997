using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ita.Reports.Printing;

/// <summary>A browser process and the DevTools protocol over a pipe: JSON messages, each terminated by a zero byte.</summary>
/// <remarks>
/// The browser exits by itself when the pipe closes, however this process ends. It reads from file descriptor 3 and writes to 4, which .NET
/// cannot redirect, so a shell maps its standard input and output to them.
/// </remarks>
internal sealed class DevToolsPipe : IDisposable
{
    private const string Redirected = "exec \"$0\" \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null 2>&1";

    private static readonly string[] WithLowestPriority = ["/usr/bin/env", "nice", "-n", "19"];

    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly ConcurrentDictionary<int, Call> calls = new();
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly Process browser;
    private int lastCall;

    private DevToolsPipe(Process browser) => this.browser = browser;

    /// <summary>Set when the browser exited or sent something unexpected.</summary>
    public bool IsClosed { get; private set; }

    /// <param name="yieldsToOthers">True to start the browser with the lowest priority.</param>
    public static DevToolsPipe Start(string executable, IEnumerable<string> flags, bool yieldsToOthers = false)
    {
        string[] command = yieldsToOthers ? [.. WithLowestPriority, executable] : [executable];
        var start = new ProcessStartInfo("/bin/sh", ["-c", Redirected, .. command, .. flags, "--remote-debugging-pipe"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var pipe = new DevToolsPipe(Process.Start(start)!);
        _ = pipe.ReadAllAsync();
        return pipe;
    }

    /// <param name="session">The page to send to; null for the browser itself.</param>
    /// <returns>The <c>result</c> of the response.</returns>
    /// <exception cref="IOException">The browser or the page no longer exists.</exception>
    /// <exception cref="InvalidOperationException">The browser returned an error; the message is the browser's.</exception>
    public async Task<JsonElement> CallAsync(string method, object? parameters = null, string? session = null)
    {
        var id = Interlocked.Increment(ref lastCall);
        var call = calls[id] = new(session, new(TaskCreationOptions.RunContinuationsAsynchronously));
        await WriteAsync(JsonSerializer.SerializeToUtf8Bytes(new Message(id, method, parameters, session), Json));
        if (IsClosed)
        {
            Fail(_ => true);
        }

        return await call.Answer.Task;
    }

    /// <summary>Kills the browser process.</summary>
    public void Dispose()
    {
        if (!browser.HasExited)
        {
            browser.Kill(entireProcessTree: true);
            browser.WaitForExit();
        }

        browser.Dispose();
    }

    private async Task WriteAsync(byte[] message)
    {
        await writing.WaitAsync();
        try
        {
            var pipe = browser.StandardInput.BaseStream;
            await pipe.WriteAsync(message);
            await pipe.WriteAsync("\0"u8.ToArray());
            await pipe.FlushAsync();
        }
        finally
        {
            writing.Release();
        }
    }

    private async Task ReadAllAsync()
    {
        try
        {
            var pipe = PipeReader.Create(browser.StandardOutput.BaseStream);
            for (var read = await pipe.ReadAsync(); !read.IsCompleted; read = await pipe.ReadAsync())
            {
                var rest = read.Buffer;
                while (rest.PositionOf((byte)0) is { } end)
                {
                    Take(JsonDocument.Parse(rest.Slice(0, end).ToArray()).RootElement);
                    rest = rest.Slice(rest.GetPosition(1, end));
                }

                pipe.AdvanceTo(rest.Start, rest.End);
            }
        }
        finally
        {
            IsClosed = true;
            Fail(_ => true);
        }
    }

    private void Take(JsonElement message)
    {
        if (message.TryGetProperty("id", out var id) && calls.TryRemove(id.GetInt32(), out var call))
        {
            call.Take(message);
        }
        else if (message.TryGetProperty("method", out var method) && method.ValueEquals("Inspector.targetCrashed"))
        {
            var crashed = message.GetProperty("sessionId").GetString();
            Fail(waiting => waiting.Session == crashed);
        }
    }

    private void Fail(Func<Call, bool> which)
    {
        foreach (var (id, call) in calls.Where(pair => which(pair.Value)))
        {
            calls.TryRemove(id, out _);
            call.Answer.TrySetException(new IOException("The browser, or the page it was to print, has gone."));
        }
    }

    private sealed record Message(int Id, string Method, object? Params, string? SessionId);

    private sealed record Call(string? Session, TaskCompletionSource<JsonElement> Answer)
    {
        public void Take(JsonElement message)
        {
            if (message.TryGetProperty("error", out var error))
            {
                Answer.TrySetException(new InvalidOperationException(error.GetProperty("message").GetString()));
            }
            else
            {
                Answer.TrySetResult(message.GetProperty("result"));
            }
        }
    }
}
