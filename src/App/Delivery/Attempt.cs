namespace Ita.App.Delivery;

/// <summary>The result of an attempt to send a letter.</summary>
public enum DeliveryOutcome
{
    Sent,

    /// <summary>It failed and is tried again.</summary>
    Retried,

    /// <summary>It failed and is not tried again.</summary>
    Failed,
}

/// <summary>Why an attempt failed. It is all that is kept of the exception, whose text may contain the receiver.</summary>
public enum Cause
{
    None,

    /// <summary>The server refuses this receiver or message for good.</summary>
    Refused,

    /// <summary>The server refuses our sender address.</summary>
    Sender,

    /// <summary>The server refuses our user name, password or secret.</summary>
    Auth,

    /// <summary>No encrypted connection: no STARTTLS, or a certificate that is not valid.</summary>
    Tls,

    Timeout,

    /// <summary>The server cannot be reached, or ends the connection.</summary>
    Unreachable,

    /// <summary>The server asks to try again later.</summary>
    Busy,

    /// <summary>The life of the letter ended first.</summary>
    Expired,

    /// <summary>No way is configured for the channel.</summary>
    Unconfigured,

    /// <summary>Any other fault.</summary>
    Fault,
}

/// <summary>How an attempt to send a letter ended.</summary>
public readonly record struct Attempt(DeliveryOutcome Outcome, Cause Cause)
{
    public static Attempt Sent { get; } = new(DeliveryOutcome.Sent, Cause.None);

    public static Attempt Later(Cause cause) => new(DeliveryOutcome.Retried, cause);

    public static Attempt Never(Cause cause) => new(DeliveryOutcome.Failed, cause);

    /// <summary>For the log, metrics and counts: sent, retried_tls, failed_refused.</summary>
    public override string ToString() => Cause == Cause.None
        ? Outcome.ToString().ToLowerInvariant()
        : $"{Outcome}_{Cause}".ToLowerInvariant();
}

/// <summary>Sends letters of one channel.</summary>
public interface ILetterSender
{
    Channel Channel { get; }

    /// <summary>Tries once. Never throws for a fault of the server; its exceptions are reduced to a <see cref="Cause"/>.</summary>
    /// <param name="id">The same for every attempt at a letter, so that a server can recognise a repetition.</param>
    Task<Attempt> SendAsync(Letter letter, string id, CancellationToken cancellationToken);
}
