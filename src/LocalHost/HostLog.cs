using System.Globalization;

namespace Ita.LocalHost;

/// <summary>The host's log: one line per event, never on stdout. Lines of the WebJobs SDK and of the worker arrive as of any logger.</summary>
internal sealed class HostLog(Action<string> write, TimeProvider clock) : ILoggerProvider
{
    private readonly Lock turn = new();

    public void Information(string source, string text) => Line(LogLevel.Information, source, text);

    public void Warning(string source, string text) => Line(LogLevel.Warning, source, text);

    public void Error(string source, string text) => Line(LogLevel.Error, source, text);

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
        // The lines go to the caller's delegate, which is not ours to end.
    }

    private void Line(LogLevel level, string source, string text)
    {
        var time = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        lock (turn)
        {
            write($"{time} {Word(level)} [{source}] {text}");
        }
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace or LogLevel.Debug => "debug",
        LogLevel.Information => "info ",
        LogLevel.Warning => "warn ",
        _ => "error",
    };

    private sealed class Category(HostLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var text = formatter(state, exception);
            log.Line(logLevel, name, exception is null ? text : $"{text}\n{exception}");
        }
    }
}
