namespace Ita.LocalHost.Handling;

/// <summary>
/// The line to the handler: plain HTTP to a port of 127.0.0.1 that stays the same over restarts, so a connection that is
/// refused now may be accepted by the handler's next life (contract.md, section 1).
/// </summary>
internal sealed class HandlerLine : IDisposable
{
    public HandlerLine(int port)
    {
        Address = new Uri($"http://127.0.0.1:{port}");
        Sender = new ConnectingAgain(new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectCallback = (connection, stop) => MarkingStream.ConnectAsync(connection.DnsEndPoint, stop),
        });
        Client = new HttpClient(Sender, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan, BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpMessageHandler Sender { get; }

    public HttpClient Client { get; }

    /// <summary>Whether <c>GET /</c> gets any HTTP answer, 404 and 500 too.</summary>
    public async Task<bool> AnswersAsync(CancellationToken stop)
    {
        try
        {
            using var ping = new HttpRequestMessage(HttpMethod.Get, "/");
            ping.Options.Set(ConnectingAgain.Once, true);
            using var answer = await Client.SendAsync(ping, stop);
            return true;
        }
        catch (HttpRequestException)
        {
            // Nobody listens yet.
            return false;
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        Sender.Dispose();
    }
}
