using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Ita.Tests;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Ita.App.Tests.Hosting;

/// <summary>A real mail server on a port of its own, with STARTTLS, a certificate made here and one user.</summary>
public sealed partial class TestMail : IAsyncDisposable
{
    public const string User = "survey-user";
    public const string Password = "password-of-the-mail-server";
    public const string From = "survey@agency.example";

    private readonly X509Certificate2 certificate = Certify();
    private readonly string authority = Path.GetTempFileName();
    private readonly ConcurrentQueue<MimeMessage> received = new();
    private CancellationTokenSource? running;
    private Task? server;

    public TestMail() => File.WriteAllBytes(authority, certificate.Export(X509ContentType.Cert));

    public int Port { get; } = FreePorts.Take(1)[0];

    /// <summary>False for a server without encryption.</summary>
    public bool HasStartTls { get; init; } = true;

    /// <summary>Receivers that the server does not know.</summary>
    public Func<string, bool> IsUnknown { get; init; } = _ => false;

    public IReadOnlyCollection<MimeMessage> Received => [.. received];

    /// <summary>The app's settings for this server.</summary>
    public (string Name, string Value)[] Settings =>
    [
        ("ITA_SMTP_HOST", "localhost"), ("ITA_SMTP_PORT", Port.ToString(CultureInfo.InvariantCulture)), ("ITA_SMTP_SECURITY", "starttls"),
        ("ITA_SMTP_USER", User), ("ITA_SMTP_PASSWORD", Password), ("ITA_SMTP_FROM", $"แบบวัด <{From}>"), ("ITA_SMTP_CA", authority),
    ];

    public static async Task<TestMail> StartAsync(Func<string, bool> isUnknown)
    {
        var mail = new TestMail { IsUnknown = isUnknown };
        await mail.StartAsync();
        return mail;
    }

    /// <summary>Starts to listen, the first time or again.</summary>
    public async Task StartAsync()
    {
        running = new();
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(endpoint =>
        {
            endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port)).AuthenticationRequired(HasStartTls);
            if (HasStartTls)
            {
                endpoint.Certificate(certificate);
            }
        }).Build();
        var parts = new SmtpServer.ComponentModel.ServiceProvider();
        parts.Add((IMessageStore)new Store(received));
        parts.Add((IMailboxFilter)new Receivers(IsUnknown));
        parts.Add((IUserAuthenticator)new DelegatingUserAuthenticator((user, password) => user == User && password == Password));
        server = new SmtpServer.SmtpServer(options, parts).StartAsync(running.Token);
        await Eventually.TrueAsync(IsListeningAsync, "the mail server");
    }

    public async Task StopAsync()
    {
        if (running is { } token)
        {
            await token.CancelAsync();
            await server!.ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <summary>The six digits of the newest message to a receiver, once it is there.</summary>
    public async Task<string> PasswordToAsync(string receiver) => SixDigits().Match(await TextToAsync(receiver)).Value;

    public async Task<string> TextToAsync(string receiver)
    {
        var message = await Eventually.AsWishedAsync(
            () => Task.FromResult(received.LastOrDefault(one => one.To.Mailboxes.Single().Address == receiver)),
            found => found is not null,
            "a message");
        return message!.TextBody!;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        running?.Dispose();
        certificate.Dispose();
        File.Delete(authority);
    }

    private async Task<bool> IsListeningAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static X509Certificate2 Certify()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex SixDigits();

    private sealed class Store(ConcurrentQueue<MimeMessage> received) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var stream = new MemoryStream(buffer.ToArray());
            received.Enqueue(await MimeMessage.LoadAsync(stream, cancellationToken));
            return SmtpResponse.Ok;
        }
    }

    private sealed class Receivers(Func<string, bool> isUnknown) : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            Task.FromResult(!isUnknown($"{to.User}@{to.Host}"));
    }
}
