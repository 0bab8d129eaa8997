namespace Ita.LocalHost.Handling;

/// <summary>
/// Tries again when no connection could be made, up to 10 times, 50 to 250 ms apart (contract.md, section 4, proxying).
/// Only then is it certain that no byte of the request was read.
/// </summary>
internal sealed class ConnectingAgain(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int MostTries = 10;

    /// <summary>Set on a request that is not to be tried again.</summary>
    public static readonly HttpRequestOptionsKey<bool> Once = new("Once");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException failure) when (MayTryAgain(request, failure, attempt))
            {
                await PauseAsync(attempt, failure, cancellationToken);
            }
        }
    }

    // Whoever cancels here is told that nothing was sent, and may send it elsewhere.
    private static async Task PauseAsync(int attempt, HttpRequestException failure, CancellationToken stop)
    {
        var pause = TimeSpan.FromMilliseconds(Math.Min(50 * attempt, 250));
        await Task.Delay(pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stop.IsCancellationRequested)
        {
            throw new HttpRequestException(failure.HttpRequestError, failure.Message, failure);
        }
    }

    private static bool MayTryAgain(HttpRequestMessage request, HttpRequestException failure, int attempt) =>
        attempt < MostTries
        && failure.HttpRequestError == HttpRequestError.ConnectionError
        && !(request.Options.TryGetValue(Once, out var once) && once);
}
