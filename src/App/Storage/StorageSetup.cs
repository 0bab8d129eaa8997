namespace Ita.App.Storage;

/// <summary>Creates the containers, tables and queues of the app, or checks that they exist.</summary>
/// <remarks>A deployment creates them (infra), so that a forgotten table is an error at start and never an empty
/// response. On the storage emulator the app creates them itself.</remarks>
public static class StorageSetup
{
    private const string EmulatorAccount = "devstoreaccount1";

    /// <summary>Creates what is missing. Existing ones are not changed, so several instances may start
    /// together.</summary>
    /// <exception cref="Azure.RequestFailedException">The account refused, for example because a role is
    /// missing.</exception>
    public static Task CreateAsync(StorageConnection storage, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(storage);
        IEnumerable<Task> containers = StorageNames.Containers.All.Select(name =>
            storage.Blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken));
        IEnumerable<Task> tables = StorageNames.Tables.All.Select(name =>
            storage.Tables.CreateTableIfNotExistsAsync(name, cancellationToken));
        IEnumerable<Task> queues = StorageNames.Queues.All.Select(name =>
            storage.Queues.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken));
        return Task.WhenAll([.. containers, .. tables, .. queues]);
    }

    /// <summary>Throws unless every container, table and queue exists.</summary>
    /// <exception cref="InvalidOperationException">The message names all missing ones.</exception>
    /// <exception cref="Azure.RequestFailedException">The account refused or did not respond.</exception>
    public static async Task CheckAsync(StorageConnection storage, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(storage);
        bool[][] found = await Task.WhenAll(
            Task.WhenAll(StorageNames.Containers.All.Select(name => HasContainerAsync(storage, name, cancellationToken))),
            Task.WhenAll(StorageNames.Tables.All.Select(name => HasTableAsync(storage, name, cancellationToken))),
            Task.WhenAll(StorageNames.Queues.All.Select(name => HasQueueAsync(storage, name, cancellationToken))));
        string[] missing =
        [
            .. Missing("container", StorageNames.Containers.All, found[0]),
            .. Missing("table", StorageNames.Tables.All, found[1]),
            .. Missing("queue", StorageNames.Queues.All, found[2]),
        ];
        if (missing.Length > 0)
        {
            throw new InvalidOperationException($"The storage account lacks {string.Join(", ", missing)}. The deployment creates them (infra).");
        }
    }

    /// <summary>True for the storage emulator, which has no deployment.</summary>
    public static bool IsEmulator(StorageConnection storage) => storage.Blobs.AccountName == EmulatorAccount;

    private static IEnumerable<string> Missing(string kind, IReadOnlyList<string> names, bool[] found) =>
        names.Where((_, place) => !found[place]).Select(name => $"{kind} {name}");

    // Checks each by itself, because the app's identity has roles on its own containers, tables and queues only and
    // may not list those of the account.
    private static async Task<bool> HasContainerAsync(StorageConnection storage, string name, CancellationToken cancellationToken) =>
        await storage.Blobs.GetBlobContainerClient(name).ExistsAsync(cancellationToken);

    private static async Task<bool> HasQueueAsync(StorageConnection storage, string name, CancellationToken cancellationToken) =>
        await storage.Queues.GetQueueClient(name).ExistsAsync(cancellationToken);

    // Queries a key that never exists: TableKey.Escape never returns a single "~".
    private static async Task<bool> HasTableAsync(StorageConnection storage, string name, CancellationToken cancellationToken)
    {
        try
        {
            await storage.Table(name).FindAsync("~", "~", cancellationToken);
            return true;
        }
        catch (Azure.RequestFailedException fault) when (fault.Status == StatusCodes.Status404NotFound)
        {
            return false;
        }
    }
}
