using System.Globalization;

namespace Ita.LocalHost;

/// <summary>The host's log: one line per event, never on stdout. The WebJobs SDK and the worker log through it too.</summary>
internal sealed class HostLog(Action<string> write, TimeProvider clock) : ILoggerProvider
{
    private readonly Lock turn = new();

    public void Information(string source, string? text) => Line("info ", source, text);

    public void Warning(string source, string? text) => Line("warn ", source, text);

    public void Error(string source, string? text) => Line("error", source, text);

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
        // The lines go to the caller's delegate, which is not ours to end.
    }

    private void Line(string level, string source, string? text)
    {
        // A process reports the end of its output as null.
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
            var level = logLevel switch { < LogLevel.Information => "debug", LogLevel.Information => "info ", LogLevel.Warning => "warn ", _ => "error" };
            log.Line(level, name, exception is null ? formatter(state, exception) : $"{formatter(state, exception)}\n{exception}");
        }
    }
}
