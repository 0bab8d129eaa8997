using System.Diagnostics;

namespace Ita.LocalHost.Worker;

/// <summary>One worker process. It is killed when this process ends, also when this process is killed.</summary>
internal sealed class WorkerProcess : IDisposable
{
    // exec keeps the process id, so the worker itself is the child of this process. Ctrl-C is sent to the whole process group of the
    // terminal, but the host stops the worker, so SIGINT is ignored. The background process reads the pipe from this process: a line
    // ends it; the end of the pipe, which also comes when this process is killed, makes it kill the worker.
    private const string Script = "trap '' INT; exec 3<&0; (read -r line <&3 || kill -9 $$) >/dev/null 2>&1 & exec env \"$@\" 3<&- </dev/null";

    private readonly Process process;
    private readonly TaskCompletionSource<int> exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WorkerProcess(ProcessStartInfo start, HostLog log)
    {
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.Exited += (_, _) => Ended();
        process.OutputDataReceived += (_, line) => log.Information("Worker", line.Data);
        process.ErrorDataReceived += (_, line) => log.Error("Worker", line.Data);
        process.Start();
        Id = process.Id;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id { get; }

    /// <summary>The exit code, as soon as the process has ended.</summary>
    public Task<int> Exited => exited.Task;

    public static WorkerProcess Start(AppFolder app, int port, string workerId, HostLog log)
    {
        var variables = new Dictionary<string, string>(app.Settings.Added)
        {
            ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
            ["FUNCTIONS_APPLICATION_DIRECTORY"] = app.Root,
            ["FUNCTIONS_WORKER_DIRECTORY"] = app.Root,
        };
        // A shell drops variables with a dot in their name, so env sets them.
        var dotted = variables.Where(pair => pair.Key.Contains('.', StringComparison.Ordinal)).Select(pair => $"{pair.Key}={pair.Value}");
        var start = new ProcessStartInfo("/bin/sh", ["-c", Script, "worker", .. dotted, .. app.WorkerCommand, .. Arguments(port, workerId)])
        {
            WorkingDirectory = app.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return new(start, log);
    }

    public void Kill()
    {
        if (!Exited.IsCompleted)
        {
            process.Kill();
        }
    }

    public void Dispose() => process.Dispose();

    private static string[] Arguments(int port, string workerId) =>
    [
        "--host", "127.0.0.1", "--port", $"{port}", "--workerId", workerId, "--requestId", workerId, "--grpcMaxMessageLength", $"{int.MaxValue}",
        "--functions-uri", $"http://127.0.0.1:{port}/", "--functions-worker-id", workerId, "--functions-request-id", workerId,
        "--functions-grpc-max-message-length", $"{int.MaxValue}",
    ];

    private void Ended()
    {
        exited.TrySetResult(process.ExitCode);
        try
        {
            // Ends the background process of the script, which must not kill another process that gets this id later.
            process.StandardInput.WriteLine();
        }
        catch (IOException)
        {
            // It has ended already.
        }
    }
}
