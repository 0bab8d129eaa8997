using System.Net;
using System.Net.Http.Headers;

namespace Ita.App.Tests.Hosting;

/// <summary>Clients that repeat a call as the answer 503 with Retry-After asks: on a machine that prints and builds beside the tests, the storage
/// emulator can be silent for seconds. Tests of outages use a plain client.</summary>
internal static class PatientClient
{
    /// <param name="key">The key of the caller; null for none.</param>
    /// <param name="follows">True to follow redirects.</param>
    public static HttpClient Of(Uri address, string? key = null, bool follows = false) => new(Handler(follows))
    {
        BaseAddress = address,
        DefaultRequestHeaders = { Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key) },
    };

    public static HttpMessageHandler Handler(bool follows = false) =>
        new Patience(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = follows });

    private sealed class Patience(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private const int Attempts = 5;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (var attempt = 1; ; attempt++)
            {
                var answer = await base.SendAsync(request, cancellationToken);
                if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || answer.Headers.RetryAfter?.Delta is not { } wait || attempt == Attempts)
                {
                    return answer;
                }

                answer.Dispose();
                await Task.Delay(wait, cancellationToken);
            }
        }
    }
}
