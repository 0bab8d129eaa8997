namespace Ita.Domain.Responses;

/// <summary>Wrong digits that were sent for one subject in the current window, by sender.</summary>
/// <remarks>
/// A sender is limited by its own attempts only. Attempts from other addresses do not reduce those of the address that asked for the
/// password. The limit of all other senders together makes guessing from many addresses infeasible (docs/decisions/0034).
/// </remarks>
/// <param name="Senders">Keyed hash of an address to its number of wrong attempts.</param>
public sealed record Guesses(DateTimeOffset WindowStart, ImmutableSortedDictionary<string, int> Senders)
{
    /// <summary>Attempts of one address for one subject.</summary>
    public static RateLimit OfSender { get; } = new(10, TimeSpan.FromMinutes(15));

    /// <summary>Attempts of all addresses together, except the one that asked for the password.</summary>
    public static RateLimit OfOthers { get; } = new(10, OfSender.Window);

    /// <summary>No attempt, in the first window that a table can store.</summary>
    public static Guesses None { get; } =
        new(new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero), ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal));

    /// <summary>Whether another attempt of this sender is allowed.</summary>
    public RateDecision Take(string sender, DateTimeOffset now) => OfSender.Take(new(WindowStart, Senders.GetValueOrDefault(sender)), now);

    /// <summary>Whether the senders other than the one that asked have no attempt left.</summary>
    public bool AreUsedUp(string askedFrom, DateTimeOffset now) =>
        !OfOthers.Take(new(WindowStart, Senders.Where(sender => sender.Key != askedFrom).Sum(sender => sender.Value)), now).IsAllowed;

    /// <summary>Counts a wrong attempt. Attempts of earlier windows are forgotten.</summary>
    public Guesses Add(string sender, DateTimeOffset now)
    {
        var after = Take(sender, now).After;
        var kept = after.WindowStart == WindowStart ? Senders : None.Senders;
        return new(after.WindowStart, kept.SetItem(sender, after.Tries));
    }
}
