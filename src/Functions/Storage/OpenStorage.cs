namespace Ita.Functions.Storage;

/// <summary>The storage account with everything in it that the app needs; made sure of once, on first use.</summary>
/// <remarks>Not at start: the host waits for our first answer, and an account that is away for a moment must not kill the process.</remarks>
public sealed class OpenStorage(StorageConnection connection) : IDisposable
{
    private readonly SemaphoreSlim _once = new(1, 1);
    private bool _ready;

    /// <summary>The clients, usable after <see cref="EnsureAsync"/>.</summary>
    public StorageConnection Connection => connection;

    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _ready))
        {
            return;
        }

        await _once.WaitAsync(cancellationToken);
        try
        {
            if (!_ready)
            {
                await StorageSetup.EnsureAsync(connection, cancellationToken);
                Volatile.Write(ref _ready, true);
            }
        }
        finally
        {
            _once.Release();
        }
    }

    public void Dispose() => _once.Dispose();
}
