namespace Ita.App.Web;

/// <summary>The refusals of requests that fail because of storage.</summary>
internal static class StorageRefusals
{
    // An outage may be over soon. Free space does not come back by itself.
    private const string SecondsOfOutage = "5";
    private const string SecondsOfNoSpace = "60";

    public static Refusal Unavailable { get; } = Refusal.Create(RefusalKind.Unavailable, "storage-unavailable") with { RetryAfter = SecondsOfOutage };

    public static Refusal Full { get; } = Refusal.Create(RefusalKind.Unavailable, "storage-full") with { RetryAfter = SecondsOfNoSpace };

    /// <summary>The refusal for a fault of storage; null for any other.</summary>
    public static Refusal? Find(Exception fault) => StorageFaults.IsFull(fault)
        ? Full
        : StorageFaults.IsUnavailable(fault) || StorageFaults.IsMissing(fault) ? Unavailable : null;

    /// <summary>The first line of a fault's message; an account's response has many.</summary>
    public static string Cause(Exception fault) => fault.Message.Split('\n')[0].Trim();
}
