namespace Ita.App.Storage;

/// <summary>The storage account. Its containers, tables and queues are checked once, before the first use.</summary>
/// <remarks>Not at the start of the process: an account that is unavailable for a moment must not end the process. On
/// the storage emulator missing ones are created, elsewhere a missing one is an error (<see cref="StorageSetup"/>).
/// </remarks>
public sealed class OpenStorage(StorageConnection connection) : IDisposable
{
    private readonly Lock turn = new();
    private readonly CancellationTokenSource stopping = new();
    private Task? check;

    /// <summary>The clients; to be used after <see cref="EnsureAsync"/>.</summary>
    public StorageConnection Connection => connection;

    /// <exception cref="InvalidOperationException">A container, table or queue was not created at
    /// deployment.</exception>
    /// <exception cref="StorageUnavailableException">Storage is down. The next call checks again.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        Task running;
        lock (turn)
        {
            // All callers wait for the same check, so that those of a failed one do not wait one after another.
            running = check = check is null or { IsCompleted: true, IsCompletedSuccessfully: false } ? CheckAsync() : check;
        }

        await running.WaitAsync(cancellationToken);
    }

    /// <summary>Checks again before the next use, because something was missing.</summary>
    public void Forget()
    {
        lock (turn)
        {
            check = check is { IsCompleted: true } ? null : check;
        }
    }

    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
    }

    // Not cancelled with one request, and with a short limit, because other requests wait for the same result.
    private async Task CheckAsync()
    {
        StoragePatience.Begin();
        await (StorageSetup.IsEmulator(connection)
            ? StorageSetup.CreateAsync(connection, stopping.Token)
            : StorageSetup.CheckAsync(connection, stopping.Token));
    }
}
