using System.Diagnostics;

namespace Ita.App.Jobs;

/// <summary>The call of a step by a trigger.</summary>
/// <param name="Step">The function's name.</param>
/// <param name="SentAt">When the message was sent; null without a queue.</param>
/// <param name="Try">How often the message has been received, 1 for the first time; null without a queue.</param>
public sealed record StepEvent(string Step, DateTimeOffset? SentAt = null, int? Try = null);

/// <summary>Runs one step for a trigger: checks the storage, reads the message, logs the outcome, and records a trace
/// and metrics.</summary>
/// <remarks>A step reads fixed input and writes to names derived from it, so that running it twice produces the same
/// bytes. It throws when it cannot finish; the queue retries it and, after the last attempt, moves the message to the
/// poison queue.</remarks>
public sealed class StepRunner(OpenStorage storage, KnownFrameworks frameworks, TimeProvider clock, ILogger<StepRunner> log)
{
    /// <summary>The failure code of a record for which every attempt failed; the exceptions are in the log.</summary>
    public const string EveryTryFailed = "every-try-failed";

    /// <param name="message">A job as JSON in UTF-8.</param>
    /// <param name="run">Returns the outcome for the log, which contains no personal data.</param>
    public Task RunAsync<TJob>(
        StepEvent call, byte[] message, Func<TJob, CancellationToken, Task<string>> run, CancellationToken cancellationToken) =>
        RunAsync(call, Job.TraceOf(message), cancellationToken => run(Job.Read<TJob>(message), cancellationToken), cancellationToken);

    /// <inheritdoc cref="RunAsync{TJob}"/>
    public Task RunAsync(StepEvent call, Func<CancellationToken, Task<string>> run, CancellationToken cancellationToken) =>
        RunAsync(call, default, run, cancellationToken);

    private async Task RunAsync(
        StepEvent call, ActivityContext sender, Func<CancellationToken, Task<string>> run, CancellationToken cancellationToken)
    {
        using var recording = StepRecording.Start(call, sender, clock);
        try
        {
            await storage.EnsureAsync(cancellationToken);
            await frameworks.RefreshAsync(always: true, cancellationToken);
            log.LogInformation("{Step}: {Outcome}", call.Step, await run(cancellationToken));
        }
        catch (Exception fault)
        {
            recording.Failed(fault);
            throw;
        }
    }
}
