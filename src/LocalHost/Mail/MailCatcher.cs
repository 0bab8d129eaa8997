using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SmtpServer;
using SmtpServer.Storage;

namespace Ita.LocalHost.Mail;

/// <summary>Receives the e-mail and text messages of the app on this machine, and shows them on a page. It sends nothing on.</summary>
internal sealed class MailCatcher : IAsyncDisposable
{
    /// <summary>The path to which text messages are posted.</summary>
    public const string TextPath = "/sms";

    /// <summary>The secret that the app needs for its gateway. It is not checked here.</summary>
    public const string TextSecret = "secret-of-the-mail-catcher";

    private readonly CaughtMessages messages;
    private readonly WebApplication page;
    private readonly CancellationTokenSource stop = new();
    private readonly Task smtp;

    private MailCatcher(int smtpPort, WebApplication page, CaughtMessages messages)
    {
        (SmtpPort, this.page, this.messages) = (smtpPort, page, messages);
        var parts = new SmtpServer.ComponentModel.ServiceProvider();
        parts.Add((IMessageStore)messages);
        var options = new SmtpServerOptionsBuilder().ServerName("localhost")
            .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, smtpPort))).Build();
        smtp = new SmtpServer.SmtpServer(options, parts).StartAsync(stop.Token);
    }

    public int SmtpPort { get; }

    /// <summary>The page of the messages.</summary>
    public Uri Page => new(page.Urls.Single());

    /// <param name="pagePort">0 takes a free one.</param>
    /// <param name="smtpPort">0 takes a free one.</param>
    public static async Task<MailCatcher> StartAsync(int pagePort, int smtpPort, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, pagePort));
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        var page = builder.Build();
        var messages = new CaughtMessages(TimeProvider.System);
        page.Run(context => AnswerAsync(context, messages));
        await page.StartAsync(cancellationToken);
        return new(smtpPort == 0 ? FreePort() : smtpPort, page, messages);
    }

    /// <summary>The newest messages first.</summary>
    public IEnumerable<CaughtMessage> Messages => messages.All;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await smtp.ContinueWith(_ => { }, TaskScheduler.Default);
        await page.DisposeAsync();
        stop.Dispose();
    }

    // The server does not say which port it got.
    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task AnswerAsync(HttpContext context, CaughtMessages messages)
    {
        // A page of another site could post here or read by a name of its own.
        if (!IPAddress.TryParse(context.Request.Host.Host, out var host) || !IPAddress.IsLoopback(host))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (HttpMethods.IsPost(context.Request.Method) && context.Request.Path == TextPath)
        {
            var sent = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            messages.Add("SMS", sent.RootElement.GetProperty("to").GetString() ?? "", "", sent.RootElement.GetProperty("text").GetString() ?? "");
            return;
        }

        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(Html(messages.All), context.RequestAborted);
    }

    private static string Html(IEnumerable<CaughtMessage> messages)
    {
        var html = new StringBuilder(
            """
            <!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="5"><title>Mail catcher</title>
            <style>body{font-family:sans-serif;max-width:50rem;margin:1rem auto;padding:0 1rem}
            pre{white-space:pre-wrap;background:#f3f3f3;padding:.7rem}</style>
            <h1>Messages that the app sent</h1><p>Newest first. They are kept in memory only and sent nowhere.</p>

            """);
        foreach (var one in messages)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{Encode(one.To)}</h2><p>{one.At:HH:mm:ss} UTC, from {Encode(one.From)} ")
                .Append(CultureInfo.InvariantCulture, $"{Encode(one.Subject)}</p><pre>{Encode(one.Text)}</pre>\n");
        }

        return html.ToString();
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
