using Azure;

namespace Ita.App.Storage;

/// <summary>What an exception of the storage clients means.</summary>
internal static class StorageFaults
{
    /// <summary>True when storage did not respond, or responded that it cannot work now.</summary>
    public static bool IsUnavailable(Exception fault) => fault switch
    {
        StorageUnavailableException => true,
        RequestFailedException failed => IsUnavailable(failed.Status),

        // All attempts of one call failed.
        AggregateException { InnerExceptions: { Count: > 0 } all } => all.All(one => IsUnavailable(one) || one is OperationCanceledException),
        _ => false,
    };

    /// <summary>True when a container, table or queue is missing: it was created before, so another store has taken the place of this
    /// one.</summary>
    public static bool IsMissing(Exception fault) =>
        fault is RequestFailedException { ErrorCode: "ContainerNotFound" or "TableNotFound" or "QueueNotFound" };

    /// <summary>True when the disk of the storage emulator is full.</summary>
    public static bool IsFull(Exception fault) => fault switch
    {
        RequestFailedException failed => failed.Status == StatusCodes.Status507InsufficientStorage,
        AggregateException all => all.InnerExceptions.Any(IsFull),
        _ => false,
    };

    /// <summary>True for the status of a service that is overloaded or broken; 0 means that there was no response.</summary>
    public static bool IsUnavailable(int status) => status switch
    {
        StatusCodes.Status501NotImplemented or StatusCodes.Status507InsufficientStorage => false,
        0 or StatusCodes.Status429TooManyRequests or >= StatusCodes.Status500InternalServerError => true,
        _ => false,
    };
}
