namespace Ita.App.Storage;

/// <summary>How long calls of storage may fail, from within one HTTP request.</summary>
/// <remarks>A person waits for an HTTP request, so it ends soon when storage is down. The steps of queue messages wait longer, because a
/// message that fails is delivered only a few times.</remarks>
internal sealed class StoragePatience
{
    private static readonly AsyncLocal<StoragePatience?> OfRequest = new();

    private readonly Lock turn = new();
    private long? failingSince;

    /// <summary>The patience of the HTTP request in which the code runs; null outside of one.</summary>
    public static StoragePatience? Current => OfRequest.Value;

    /// <summary>Limits all calls that the current request makes from now on.</summary>
    public static void Begin() => OfRequest.Value = new();

    /// <summary>Records how a call ended; returns how long calls have failed without a success between them.</summary>
    public TimeSpan Record(bool isFailure, TimeProvider clock)
    {
        lock (turn)
        {
            failingSince = isFailure ? failingSince ?? clock.GetTimestamp() : null;
            return failingSince is { } since ? clock.GetElapsedTime(since) : TimeSpan.Zero;
        }
    }
}
