using System.CommandLine;
using System.Runtime.InteropServices;
using Azure;
using Ita.LocalHost.Commands;

const int Stopped = 0;
const int Failed = 1;
const int Misused = 2;

using var stopping = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var quit = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, Stop);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);

try
{
    var root = HostCommand.Create(
        (options, readyFile) => HostCommand.RunAsync(options, readyFile, stopping.Token), Environment.GetEnvironmentVariable(Ports.PublicName));
    root.Add(ServeCommand.Create(stopping.Token));
    root.Add(OnceCommand.Create(stopping.Token));
    root.Add(CheckFrameworkCommand.Create(stopping.Token));
    // The name of a file to upload may begin with @.
    var words = root.Parse(args, new() { ResponseFileTokenReplacer = null });
    var isMisused = words.Errors.Count > 0;
    if (isMisused && words.CommandResult.Command is not RootCommand)
    {
        // Without the help of System.CommandLine, which names options that ./run sets.
        foreach (var error in words.Errors)
        {
            Console.Error.WriteLine(error.Message);
        }

        Console.Error.WriteLine("./run --help lists what can be typed. Nothing was started.");
        return Misused;
    }

    var code = await words.InvokeAsync(new()
    {
        EnableDefaultExceptionHandler = false,
        // Stop, below, handles signals.
        ProcessTerminationTimeout = null,
        Output = isMisused ? Console.Error : Console.Out,
    });
    return isMisused ? Misused : code;
}
catch (FormatException misuse)
{
    Console.Error.WriteLine(misuse.Message);
    return Misused;
}
catch (Exception failure) when (failure is
    IOException or HttpRequestException or RequestFailedException or AggregateException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"LocalHost stopped: {failure.Message}");
    return Failed;
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    return Stopped;
}

void Stop(PosixSignalContext signal)
{
    // The default would end this process at once and leave the work unfinished.
    signal.Cancel = true;
    stopping.Cancel();
}
