using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using Ita.LocalHost.Host;
using Ita.LocalHost.Triggers;

namespace Ita.LocalHost.Commands;

/// <summary>The command without a name: runs an app on a storage account that its settings name.</summary>
internal static class HostCommand
{
    private const string About = """
        Stands in for the Azure Functions host.

        App settings come from the environment, then from Values of local.settings.json in --app.
        AzureFunctionsJobHost__path__to__key overrides a key of host.json.
        """;

    /// <param name="run">Runs the host until it is stopped; the second argument is the file to write when it is ready, or null.</param>
    /// <param name="environmentPort">The value of ITA_PORT.</param>
    public static RootCommand Create(Func<FunctionsHostOptions, string?, Task> run, string? environmentPort)
    {
        var app = CommonOptions.App(isRequired: true);
        var port = new Option<int>("--port") { Description = "public port, ITA_PORT when not given; 0 takes a free one", HelpName = "N" };
        port.DefaultValueFactory = _ => string.IsNullOrEmpty(environmentPort) ? 7071 : Ports.Port(environmentPort);
        port.CustomParser = result => ushort.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var number)
            ? number
            : Refuse(result, "is not a port.");
        var ready = new Option<string?>("--ready-file") { HelpName = "FILE" };
        ready.Description = """written when the host is ready: {"port":..,"workerPort":..,"workerPid":..}""";
        var lease = new Option<int?>("--lease") { HelpName = "SECONDS" };
        lease.Description = "how long a message in work stays invisible when this process is killed (600 when not given)";
        lease.CustomParser = result => int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? seconds
            : Refuse(result, "is not a number of seconds above 0.");
        var root = new RootCommand(About) { app, port, CommonOptions.Log, ready, lease };
        root.SetAction((words, _) => words.WithLogAsync(async log =>
        {
            var options = new FunctionsHostOptions
            {
                AppFolder = words.GetValue(app)!,
                Port = words.GetValue(port),
                QueueLease = words.GetValue(lease) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                Log = log,
            };
            await run(options, words.GetValue(ready));
            return 0;
        }));
        return root;
    }

    public static async Task RunAsync(FunctionsHostOptions options, string? readyFile, CancellationToken cancellationToken)
    {
        var began = options.Clock.GetTimestamp();
        await using var host = await FunctionsHost.StartAsync(options, cancellationToken);
        var time = options.Clock.GetElapsedTime(began).TotalMilliseconds;
        await Console.Error.WriteLineAsync($"LocalHost ready on {host.Address.GetLeftPart(UriPartial.Authority)} in {time:F0} ms");
        if (readyFile is not null)
        {
            // Moved to its name when complete, so that a reader never sees half of it.
            var ready = new { port = host.Address.Port, workerPort = host.WorkerAddress.Port, workerPid = host.WorkerProcessId };
            await File.WriteAllTextAsync(readyFile + ".part", JsonSerializer.Serialize(ready), cancellationToken);
            File.Move(readyFile + ".part", readyFile, overwrite: true);
        }

        await host.Completion.WaitAsync(cancellationToken);
    }

    private static int Refuse(ArgumentResult result, string why)
    {
        result.AddError($"'{result.Tokens[0].Value}' {why}");
        return 0;
    }
}
