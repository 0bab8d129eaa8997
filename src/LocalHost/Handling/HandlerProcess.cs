using System.Diagnostics;

namespace Ita.LocalHost.Handling;

/// <summary>One life of the handler's process, from start to exit.</summary>
internal sealed class HandlerProcess : IDisposable
{
    private static readonly TimeSpan PingInterval = TimeSpan.FromMilliseconds(25);

    private readonly Process process;
    private readonly TaskCompletionSource<int> exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource gone = new();
    private readonly HostLog log;

    public HandlerProcess(ProcessStartInfo start, HostLog log)
    {
        this.log = log;
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.Exited += (_, _) => Ended();
        process.OutputDataReceived += (_, line) => Said(line.Data, log.Information);
        process.ErrorDataReceived += (_, line) => Said(line.Data, IsWarning(line.Data) ? log.Warning : log.Error);
    }

    public int Id { get; private set; }

    /// <summary>Whether the host itself ended it; then its exit code means nothing.</summary>
    public bool WasKilled { get; private set; }

    /// <summary>Its exit code, as soon as the process is gone. Children that keep its output open are not waited for.</summary>
    public Task<int> Exited => exited.Task;

    /// <summary>Ends when the host has decided what follows on the exit.</summary>
    public Task Settled => settled.Task;

    /// <summary>Cancelled when the process is gone.</summary>
    public CancellationToken Gone => gone.Token;

    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program, or it may not be executed.</exception>
    public void Start()
    {
        process.Start();
        Id = process.Id;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Asks <c>GET /</c> every 25 ms until any HTTP answer; false when the limit passed or the process ended.</summary>
    public async Task<bool> AnswersWithinAsync(TimeSpan limit, HandlerLine line, TimeProvider clock)
    {
        using var overdue = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(overdue.Token, Gone);
        try
        {
            while (!await line.AnswersAsync(either.Token))
            {
                await Task.Delay(PingInterval, clock, either.Token);
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>SIGKILL, to this process alone: no farewell, and children it started live on.</summary>
    public void Kill()
    {
        WasKilled = true;
        try
        {
            process.Kill(entireProcessTree: false);
        }
        catch (InvalidOperationException)
        {
            log.Information("Host", $"Handler process {Id} had ended before it was killed.");
        }
    }

    public void Settle() => settled.TrySetResult();

    public void Dispose() => process.Dispose();

    private void Ended()
    {
        exited.TrySetResult(process.ExitCode);
        gone.Cancel();
    }

    private static void Said(string? line, Action<string, string> log)
    {
        if (line is not null)
        {
            log("Handler", line);
        }
    }

    private static bool IsWarning(string? line) => line?.Contains("warn", StringComparison.OrdinalIgnoreCase) ?? false;
}
