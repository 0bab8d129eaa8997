namespace Ita.LocalHost.Common;

/// <summary>
/// Ignores signals. By default each part of the host would stop by itself at SIGTERM, and the worker's stream would close
/// while functions still use it; <see cref="FunctionsHost"/> stops the parts in the right order.
/// </summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
