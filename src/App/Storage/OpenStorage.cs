namespace Ita.App.Storage;

/// <summary>The storage account with everything in it that the app needs; checked once, before the first use.</summary>
/// <remarks>
/// Not when the process starts: an account that does not answer for a moment must not end the process. On the storage emulator what is
/// missing is created, elsewhere it is an error (<see cref="StorageSetup"/>).
/// </remarks>
public sealed class OpenStorage(StorageConnection connection) : IDisposable
{
    private readonly SemaphoreSlim once = new(1, 1);
    private bool ready;

    /// <summary>The clients, usable after <see cref="EnsureAsync"/>.</summary>
    public StorageConnection Connection => connection;

    /// <exception cref="InvalidOperationException">Something the app needs was not created at deployment.</exception>
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
                await (StorageSetup.IsEmulator(connection) ? StorageSetup.CreateAsync(connection, cancellationToken) : StorageSetup.CheckAsync(connection, cancellationToken));
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
