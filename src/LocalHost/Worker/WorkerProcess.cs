using System.Diagnostics;
using Ita.LocalHost.App;

namespace Ita.LocalHost.Worker;

/// <summary>One worker process. It is killed when this process ends, however that happens.</summary>
internal sealed class WorkerProcess : IDisposable
{
    // exec keeps the process id, so the worker itself is our child. Ctrl-C reaches the whole terminal group, but the host ends
    // the worker in order, so SIGINT is ignored. The loop beside it reads our pipe: a line ends it, and the end of the pipe,
    // which also comes when this process is killed, kills the worker.
    private const string Script =
        "trap '' INT; exec 3<&0; (read -r line <&3 || kill -9 $$) >/dev/null 2>&1 & exec env \"$@\" 3<&- </dev/null";

    private readonly Process process;
    private readonly TaskCompletionSource<int> exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WorkerProcess(ProcessStartInfo start, HostLog log)
    {
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.Exited += (_, _) => Ended();
        process.OutputDataReceived += (_, line) => Said(line.Data, log.Information);
        process.ErrorDataReceived += (_, line) => Said(line.Data, log.Error);
    }

    public int Id { get; private set; }

    /// <summary>The exit code, as soon as the process has ended.</summary>
    public Task<int> Exited => exited.Task;

    public static WorkerProcess Start(AppFolder app, int port, string workerId, string requestId, HostLog log)
    {
        var worker = new WorkerProcess(StartInfo(app, port, workerId, requestId), log);
        worker.process.Start();
        worker.Id = worker.process.Id;
        worker.process.BeginOutputReadLine();
        worker.process.BeginErrorReadLine();
        return worker;
    }

    public void Kill()
    {
        if (!exited.Task.IsCompleted)
        {
            process.Kill();
        }
    }

    public void Dispose() => process.Dispose();

    private static ProcessStartInfo StartInfo(AppFolder app, int port, string workerId, string requestId)
    {
        var variables = Variables(app);
        // A shell drops variables with a dot in their name; env sets them behind it.
        var dotted = variables.Where(pair => pair.Key.Contains('.', StringComparison.Ordinal)).Select(pair => $"{pair.Key}={pair.Value}");
        var start = new ProcessStartInfo("/bin/sh", ["-c", Script, "worker", .. dotted, .. app.Worker.Command, .. Arguments(port, workerId, requestId)])
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

        return start;
    }

    private static Dictionary<string, string?> Variables(AppFolder app) => new(app.Settings.Added)
    {
        ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
        ["FUNCTIONS_APPLICATION_DIRECTORY"] = app.Root,
        ["FUNCTIONS_WORKER_DIRECTORY"] = app.Root,
    };

    private static string[] Arguments(int port, string workerId, string requestId) =>
    [
        "--host", "127.0.0.1", "--port", $"{port}", "--workerId", workerId, "--requestId", requestId, "--grpcMaxMessageLength", $"{int.MaxValue}",
        "--functions-uri", $"http://127.0.0.1:{port}/", "--functions-worker-id", workerId, "--functions-request-id", requestId,
        "--functions-grpc-max-message-length", $"{int.MaxValue}",
    ];

    private static void Said(string? line, Action<string, string> log)
    {
        if (line is not null)
        {
            log("Worker", line);
        }
    }

    private void Ended()
    {
        exited.TrySetResult(process.ExitCode);
        try
        {
            // Ends the loop of the script, which must not kill a process that gets this id later.
            process.StandardInput.WriteLine();
        }
        catch (IOException)
        {
            // The loop has ended already.
        }
    }
}
