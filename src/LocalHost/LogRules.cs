using Ita.LocalHost.Worker.Rpc;

namespace Ita.LocalHost;

/// <summary>Which lines are written, and how a line of the worker becomes one of the host.</summary>
internal static class LogRules
{
    /// <summary>Leaves out what the SDK writes about every look at an empty queue, and about its own start.</summary>
    public static ILoggingBuilder AddQuietFilters(this ILoggingBuilder logging) => logging
        .AddFilter("Azure", LogLevel.Error)
        .AddFilter("Microsoft.Azure.WebJobs", LogLevel.Warning)
        .AddFilter("Microsoft.Extensions.Hosting", LogLevel.Warning)
        .AddFilter("Host.Startup", LogLevel.Warning)
        .AddFilter("Host.Results", LogLevel.None)
        .AddFilter("Host.Aggregator", LogLevel.None);

    public static void LogWorker(this ILoggerFactory loggers, RpcLog line)
    {
        var text = line.Exception is { } exception ? $"{line.Message}\n{exception.Type}: {exception.Message}\n{exception.StackTrace}" : line.Message;
        loggers.CreateLogger(line.Category).Log((LogLevel)line.Level, default, text, null, (message, _) => message);
    }
}
