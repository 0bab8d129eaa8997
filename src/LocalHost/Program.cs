using System.Runtime.InteropServices;
using Azure;
using Ita.LocalHost;
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
    if (args is ["once", ..] or ["serve", ..])
    {
        return await CommandAsync(args[0], new CommandWords(args.Skip(1)));
    }

    var line = CommandLine.Parse(args, Environment.GetEnvironmentVariable("ITA_PORT"));
    await using var log = line.LogFile is { } file ? new StreamWriter(file, append: true) { AutoFlush = true } : null;
    await HostAsync(line, line.ToOptions(log is null ? Console.Error.WriteLine : log.WriteLine));
    return Stopped;
}
catch (FormatException misuse)
{
    Console.Error.WriteLine($"{misuse.Message}\n\n{CommandLine.Usage}\n\n{OnceLine.Usage}\n\n{ServeCommand.Usage}");
    return Misused;
}
catch (Exception failure) when (failure is IOException or HttpRequestException or RequestFailedException or AggregateException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"LocalHost stopped: {failure.Message}");
    return Failed;
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    return Stopped;
}

async Task<int> CommandAsync(string name, CommandWords words)
{
    await using var log = words.TakeValue("--log") is { } file ? TextWriter.Synchronized(new StreamWriter(file, append: true) { AutoFlush = true }) : null;
    Action<string> write = log is null ? Console.Error.WriteLine : log.WriteLine;
    if (name == "serve")
    {
        await ServeCommand.RunAsync(words, write, stopping.Token);
        return Stopped;
    }

    var folders = new StackFolders(words.TakeValue("--app") ?? "", words.TakeValue("--packages") ?? "", Data: null);
    var once = OnceLine.Parse(words);
    await using var stack = await LocalStack.StartAsync(folders, port: 0, storagePorts: null, key: null, write, stopping.Token);
    return await new OnceCommand(stack, once, Console.Out, stopping.Token).RunAsync();
}

async Task HostAsync(CommandLine line, FunctionsHostOptions options)
{
    var clock = options.Clock;
    var began = clock.GetTimestamp();
    await using var host = await FunctionsHost.StartAsync(options, stopping.Token);
    Console.Error.WriteLine($"LocalHost ready on {host.Address.GetLeftPart(UriPartial.Authority)} in {clock.GetElapsedTime(began).TotalMilliseconds:F0} ms");
    if (line.ReadyFile is { } path)
    {
        ReadyFile.Write(path, host);
    }

    await host.Completion.WaitAsync(stopping.Token);
}

void Stop(PosixSignalContext signal)
{
    // The default would end this process at once and leave the work unfinished.
    signal.Cancel = true;
    stopping.Cancel();
}
