namespace Ita.LocalHost.Handling;

/// <summary>
/// Tries again when no connection could be made, up to 10 times, 50 to 250 ms apart (contract.md, section 4, proxying),
/// but only while no byte of the request was sent: the handler may have died of it.
/// </summary>
internal sealed class ConnectingAgain(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int MostTries = 10;

    /// <summary>Set on a request that is not to be tried again.</summary>
    public static readonly HttpRequestOptionsKey<bool> Once = new("Once");

    /// <exception cref="HttpRequestException">
    /// With <see cref="HttpRequestError.ConnectionError"/> exactly when nothing was sent, so that it may be sent again.
    /// </exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var mark = SendMark.Current.Value = new SendMark();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException failure) when (failure.HttpRequestError == HttpRequestError.ConnectionError && mark.IsSent)
            {
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "The handler went away without an answer.", failure);
            }
            catch (HttpRequestException failure) when (MayTryAgain(request, failure, attempt))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(50 * attempt, 250)), cancellationToken);
            }
        }
    }

    private static bool MayTryAgain(HttpRequestMessage request, HttpRequestException failure, int attempt) =>
        attempt < MostTries
        && failure.HttpRequestError == HttpRequestError.ConnectionError
        && !(request.Options.TryGetValue(Once, out var once) && once);
}
