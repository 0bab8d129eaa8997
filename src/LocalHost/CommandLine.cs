using System.Globalization;

namespace Ita.LocalHost;

/// <summary>The options of the program, read.</summary>
internal sealed record CommandLine
{
    public const string Usage = """
        localhost --app DIR [options]     stands in for the Azure Functions host

          --app DIR           the published app: host.json, worker.config.json, the worker
          --port N            public port, 0 picks a free one (ITA_PORT, else 7071)
          --log FILE          log to a file instead of stderr
          --ready-file FILE   written when ready: {"port":..,"workerPort":..,"workerPid":..}
          --lease SECONDS     how long a message in work stays invisible when this process is killed (600)

        App settings come from the environment, then from Values of local.settings.json in DIR.
        AzureFunctionsJobHost__path__to__key overrides a key of host.json.
        """;

    private const string DefaultPort = "7071";

    public string? AppFolder { get; init; }

    public string Port { get; init; } = DefaultPort;

    public string? LogFile { get; init; }

    public string? ReadyFile { get; init; }

    public TimeSpan? Lease { get; init; }

    /// <exception cref="FormatException">The arguments are not as <see cref="Usage"/> says.</exception>
    public static CommandLine Parse(IReadOnlyList<string> arguments, string? environmentPort)
    {
        var line = new CommandLine { Port = string.IsNullOrEmpty(environmentPort) ? DefaultPort : environmentPort };
        var left = new Queue<string>(arguments);
        while (left.TryDequeue(out var name))
        {
            line = line.With(name, () => left.TryDequeue(out var value) ? value : throw new FormatException($"{name} needs a value."));
        }

        return line.AppFolder is null ? throw new FormatException("--app is missing.") : line;
    }

    public FunctionsHostOptions ToOptions(Action<string> log) => new()
    {
        AppFolder = AppFolder!,
        Port = int.TryParse(Port, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue
            ? port
            : throw new FormatException($"'{Port}' is no port."),
        QueueLease = Lease,
        Log = log,
    };

    private CommandLine With(string name, Func<string> value) => name switch
    {
        "--app" => this with { AppFolder = value() },
        "--port" => this with { Port = value() },
        "--log" => this with { LogFile = value() },
        "--ready-file" => this with { ReadyFile = value() },
        "--lease" => this with { Lease = Seconds(value()) },
        _ => throw new FormatException($"'{name}' is not known."),
    };

    private static TimeSpan Seconds(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(seconds)
            : throw new FormatException($"'{text}' is no number of seconds above 0.");
}
