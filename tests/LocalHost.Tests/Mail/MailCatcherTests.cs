using System.Net;
using System.Text;
using Ita.LocalHost.Mail;

namespace Ita.LocalHost.Tests.Mail;

public sealed class MailCatcherTests
{
    [Fact]
    public async Task The_page_shows_mail_and_text_messages_and_runs_nothing_of_them()
    {
        await using var catcher = await MailCatcher.StartAsync(pagePort: 0, smtpPort: 0, CancellationToken.None);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = catcher.Page };
        await SendAsync(catcher.SmtpPort, "Subject: hello\r\nFrom: a@b.example\r\nTo: c@d.example\r\n\r\nthe code is 123456 <script>\r\n");

        using var text = new StringContent("""{"to":"+66800000000","text":"code 654321"}""", Encoding.UTF8, "application/json");
        using var posted = await http.PostAsync(new Uri(MailCatcher.TextPath, UriKind.Relative), text);
        var page = await http.GetStringAsync(catcher.Page);

        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        Assert.Contains("the code is 123456 &lt;script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("code 654321", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_under_a_name_of_another_site_is_refused()
    {
        await using var catcher = await MailCatcher.StartAsync(pagePort: 0, smtpPort: 0, CancellationToken.None);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, catcher.Page);
        request.Headers.Host = "rebound.example";

        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task SendAsync(int port, string message)
    {
        using var client = await ConnectAsync(port);
        using var reader = new StreamReader(client.GetStream());
        await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
        await reader.ReadLineAsync();
        foreach (var command in new[] { "HELO here", "MAIL FROM:<a@b.example>", "RCPT TO:<c@d.example>", "DATA", message + "." })
        {
            await writer.WriteLineAsync(command);
            Assert.Matches("^[23]", await reader.ReadLineAsync());
        }
    }

    // The server listens shortly after it was started.
    private static async Task<System.Net.Sockets.TcpClient> ConnectAsync(int port)
    {
        System.Net.Sockets.TcpClient? client = null;
        await Eventually.TrueAsync(async () =>
        {
            try
            {
                client = new();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return true;
            }
            catch (System.Net.Sockets.SocketException)
            {
                return false;
            }
        }, "the SMTP server");
        return client!;
    }
}
