namespace Ita.LocalHost.Http;

/// <summary>Connects again for a moment, because the worker's server may listen only after the worker has described its functions.</summary>
internal sealed class ConnectingAgain(HttpMessageHandler inner, TimeProvider clock) : DelegatingHandler(inner)
{
    private const int Retries = 10;
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var pause = TimeSpan.FromMilliseconds(50);
        for (var retry = 0; ; retry++)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException refused) when (refused.HttpRequestError == HttpRequestError.ConnectionError && retry < Retries)
            {
                await Task.Delay(pause, clock, cancellationToken);
                pause = pause * 2 < Longest ? pause * 2 : Longest;
            }
        }
    }
}
