namespace Ita.LocalHost;

/// <summary>
/// Ignores signals. Each part of the host would otherwise stop by itself at SIGTERM, and the worker's stream would end
/// before the work that needs it; <see cref="FunctionsHost"/> stops the parts in order.
/// </summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
