using Ita.App.Telemetry;

namespace Ita.App.Delivery;

/// <summary>Sends the letters that are due.</summary>
/// <remarks>A letter is deleted after the server has accepted it. A process that is killed in between sends it once more after
/// <see cref="LetterBox.Lease"/>, with the same id and the same password.</remarks>
public sealed class DeliverStep(
    LetterBox letters, IEnumerable<ILetterSender> senders, DeliveryCounts counts, DeliveryPace pace, TimeProvider clock, ILogger<DeliverStep> log)
{
    /// <summary>The most letters that one call sends, so that it ends.</summary>
    private const int Most = 32;

    /// <returns>The number of letters by outcome.</returns>
    public async Task<string> RunAsync(DeliverJob job, CancellationToken cancellationToken)
    {
        var ended = new List<Attempt>();
        while (ended.Count < Most && await letters.TakeAsync(cancellationToken) is { } taken)
        {
            ended.Add(await DeliverAsync(taken, cancellationToken));
        }

        return ended.Count == 0
            ? "no letter is due"
            : string.Join(", ", ended.CountBy(attempt => attempt.ToString()).OrderBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => $"{one.Key} {one.Value}"));
    }

    private async Task<Attempt> DeliverAsync(TakenLetter taken, CancellationToken cancellationToken)
    {
        if (taken.Letter is not { } letter)
        {
            await letters.DropAsync(taken, cancellationToken);
            return Attempt.Never(Cause.Fault);
        }

        var attempt = await TryAsync(letter, taken, cancellationToken);
        if (attempt.Outcome == DeliveryOutcome.Retried)
        {
            await counts.AddAsync(letter, attempt, cancellationToken);
            var pause = pace.PauseAfter(taken.Tries);
            if (clock.GetUtcNow() + pause + pace.Reserve < letter.ExpiresAt)
            {
                await letters.PutOffAsync(taken, pause, cancellationToken);
                Report(letter, attempt);
                return attempt;
            }

            attempt = Attempt.Never(Cause.Expired);
        }

        await letters.DropAsync(taken, cancellationToken);
        await counts.AddAsync(letter, attempt, cancellationToken);
        Report(letter, attempt);
        return attempt;
    }

    private async Task<Attempt> TryAsync(Letter letter, TakenLetter taken, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() >= letter.ExpiresAt)
        {
            return Attempt.Never(Cause.Expired);
        }

        try
        {
            return senders.FirstOrDefault(sender => sender.Channel == letter.Channel) is { } sender
                ? await sender.SendAsync(letter, taken.Id, cancellationToken)
                : Attempt.Never(Cause.Unconfigured);
        }
        catch (OperationCanceledException)
        {
            // The process stops: another one may take the letter at once.
            await letters.PutOffAsync(taken, TimeSpan.FromSeconds(1), CancellationToken.None);
            throw;
        }
    }

    private void Report(Letter letter, Attempt attempt)
    {
        var (channel, outcome) = (letter.Channel.ToString().ToLowerInvariant(), attempt.ToString());
        ItaTelemetry.Letters.Add(1, new("channel", channel), new("outcome", outcome));
        if (attempt.Outcome != DeliveryOutcome.Sent)
        {
            log.LogWarning("A letter by {Channel}: {Outcome}", channel, outcome);
        }
    }
}

/// <summary>The pauses between attempts: 2, 4, 8, 16, 32 seconds, then a minute.</summary>
/// <param name="Reserve">A letter is given up when less of its life is left after a pause: the queue is read with a delay, and a letter whose life
/// has ended in the queue is not counted.</param>
public sealed record DeliveryPace(TimeSpan First, TimeSpan Longest, TimeSpan Reserve)
{
    private const int MostDoublings = 16;

    public static DeliveryPace Usual { get; } = new(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(10));

    /// <param name="tries">The number of attempts so far, 1 after the first.</param>
    public TimeSpan PauseAfter(long tries)
    {
        var pause = First * (1 << (int)Math.Clamp(tries - 1, 0, MostDoublings));
        return pause < Longest ? pause : Longest;
    }
}
