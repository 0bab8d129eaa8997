namespace Ita.App.Storage;

/// <summary>The storage account. Its containers, tables and queues are checked once, before the first use.</summary>
/// <remarks>Not at the start of the process: an account that is unavailable for a moment must not end the process. On
/// the storage emulator missing ones are created, elsewhere a missing one is an error (<see cref="StorageSetup"/>).
/// </remarks>
public sealed class OpenStorage(StorageConnection connection) : IDisposable
{
    private readonly SemaphoreSlim once = new(1, 1);
    private bool ready;

    /// <summary>The clients; to be used after <see cref="EnsureAsync"/>.</summary>
    public StorageConnection Connection => connection;

    /// <exception cref="InvalidOperationException">A container, table or queue was not created at
    /// deployment.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref ready))
        {
            return;
        }

        await once.WaitAsync(cancellationToken);
        try
        {
            if (!ready)
            {
                await (StorageSetup.IsEmulator(connection)
                    ? StorageSetup.CreateAsync(connection, cancellationToken)
                    : StorageSetup.CheckAsync(connection, cancellationToken));
                Volatile.Write(ref ready, true);
            }
        }
        finally
        {
            once.Release();
        }
    }

    public void Dispose() => once.Dispose();
}
