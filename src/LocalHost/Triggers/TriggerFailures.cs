using System.Runtime.ExceptionServices;
using Azure;
using Microsoft.Azure.WebJobs.Host.Timers;

namespace Ita.LocalHost.Triggers;

/// <summary>
/// Receives the exceptions that no function threw, such as one of a queue's listener. The SDK's own handler throws them on a
/// thread of its own, which ends the process. Before a stop they fail <see cref="Failed"/>, and the host ends in order.
/// </summary>
/// <remarks>
/// A stop can dispose a listener between taking a message and starting its function. The message was not deleted, so it is
/// delivered again; that exception is written to the log.
/// </remarks>
internal sealed class TriggerFailures(HostLog log) : IWebJobsExceptionHandlerFactory, IWebJobsExceptionHandler
{
    private readonly TaskCompletionSource failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Fails with the first exception before the stop; completes at the stop otherwise.</summary>
    public Task Failed => failed.Task;

    public void Stop() => failed.TrySetResult();

    public IWebJobsExceptionHandler Create(IHost jobHost) => this;

    public Task OnTimeoutExceptionAsync(ExceptionDispatchInfo exceptionInfo, TimeSpan timeoutGracePeriod) => OnUnhandledExceptionAsync(exceptionInfo);

    public Task OnUnhandledExceptionAsync(ExceptionDispatchInfo exceptionInfo)
    {
        var failure = exceptionInfo.SourceException;
        if (failed.Task.IsCompletedSuccessfully)
        {
            log.Warning("Host", $"A trigger failed while the host was stopping: {failure.Message}");
            return Task.CompletedTask;
        }

        if (failure is RequestFailedException { Status: StatusCodes.Status507InsufficientStorage })
        {
            // One message could not be completed. It stays in its queue and is delivered again.
            log.Error("Host", $"A message was not completed: {failure.Message.Split('\n')[0]}");
            return Task.CompletedTask;
        }

        log.Error("Host", $"A trigger failed: {failure}");
        failed.TrySetException(failure);
        return Task.CompletedTask;
    }
}
