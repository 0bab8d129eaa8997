namespace Ita.LocalHost.Common;

/// <summary>The host's log: one line per event, never on stdout. The WebJobs SDK and the worker log through it too.</summary>
internal sealed class HostLog(Action<string> write, TimeProvider clock) : ILoggerProvider
{
    private readonly Lock turn = new();

    public void Information(string source, string? text) => Write("info ", source, text);

    public void Warning(string source, string? text) => Write("warn ", source, text);

    public void Error(string source, string? text) => Write("error", source, text);

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
        // The caller owns the delegate that the lines are passed to.
    }

    private void Write(string level, string source, string? text)
    {
        // System.Diagnostics.Process reports the end of a process's output as null.
        if (text is not null)
        {
            var time = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
            lock (turn)
            {
                write($"{time} {level} [{source}] {text}");
            }
        }
    }

    private sealed class Category(HostLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var level = logLevel switch
            {
                < LogLevel.Information => "debug",
                LogLevel.Information => "info ",
                LogLevel.Warning => "warn ",
                _ => "error",
            };
            log.Write(level, name, exception is null ? formatter(state, exception) : $"{formatter(state, exception)}\n{exception}");
        }
    }
}

internal static class Logging
{
    /// <summary>Leaves out what the SDK logs about every poll of an empty queue, and about its own start.</summary>
    public static ILoggingBuilder AddQuietFilters(this ILoggingBuilder logging) => logging
        .AddFilter("Azure", LogLevel.Error)
        .AddFilter("Microsoft.Azure.WebJobs", LogLevel.Warning)
        .AddFilter("Microsoft.Extensions.Hosting", LogLevel.Warning)
        .AddFilter("Host.Startup", LogLevel.Warning)
        .AddFilter("Host.Results", LogLevel.None)
        .AddFilter("Host.Aggregator", LogLevel.None);

    public static void LogWorker(this ILoggerFactory loggers, RpcLog line)
    {
        var text = line.Exception is { } thrown ? $"{line.Message}\n{thrown.Type}: {thrown.Message}\n{thrown.StackTrace}" : line.Message;
        loggers.CreateLogger(line.Category).Log((LogLevel)line.Level, default, text, null, (message, _) => message);
    }
}
