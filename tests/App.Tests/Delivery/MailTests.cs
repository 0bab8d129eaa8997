using System.Net;
using System.Net.Sockets;
using Ita.App.Delivery;
using Ita.App.Storage;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Delivery;

/// <summary>E-mail through a real SMTP server: sent, tried again or given up, and counted without its receiver.</summary>
public sealed class MailTests(LetterStore store) : IClassFixture<LetterStore>
{
    private const string To = "somebody.private@people.example";

    [Fact]
    public async Task A_letter_arrives_over_STARTTLS_from_our_sender_and_nothing_of_it_stays()
    {
        await using var mail = new TestMail();
        await mail.StartAsync();
        using var parts = new DeliveryParts(store, "MAIL-SENT", [.. mail.Settings, ("ITA_SMTP_REPLY_TO", "office@agency.example")]);

        await parts.SendAsync(Channel.Email, To, "รหัสผ่าน 135790");
        await parts.RunUntilAsync("sent 1");

        var message = Assert.Single(mail.Received);
        Assert.Equal(TestMail.From, message.From.Mailboxes.Single().Address);
        Assert.Equal("office@agency.example", message.ReplyTo.Mailboxes.Single().Address);
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        Assert.Equal("รหัสผ่าน 135790", message.TextBody!.TrimEnd());
        Assert.Equal(["Email sent 1"], await parts.CountsAsync());
        await NothingStaysAsync(parts, "135790");
    }

    [Fact]
    public async Task A_wrong_password_of_ours_is_given_up_at_once()
    {
        await using var mail = new TestMail();
        await mail.StartAsync();
        using var parts = new DeliveryParts(store, "MAIL-AUTH", [.. mail.Settings, ("ITA_SMTP_PASSWORD", "wrong")]);

        await parts.SendAsync(Channel.Email, To);
        await parts.RunUntilAsync("failed_auth");

        Assert.Empty(mail.Received);
        Assert.Equal(["Email failed_auth 1"], await parts.CountsAsync());
        await NothingStaysAsync(parts, "wrong");
    }

    [Fact]
    public async Task A_receiver_that_the_server_refuses_is_given_up_at_once_and_others_are_sent()
    {
        await using var mail = new TestMail { IsUnknown = receiver => receiver == To };
        await mail.StartAsync();
        using var parts = new DeliveryParts(store, "MAIL-REFUSED", mail.Settings);

        await parts.SendAsync(Channel.Email, To);
        await parts.SendAsync(Channel.Email, "known@people.example");
        await Eventually.TrueAsync(async () => await parts.RunAsync() != "" && (await parts.CountsAsync()).Length == 2, "both letters");

        Assert.Equal(["Email sent 1", "Email failed_refused 1"], await parts.CountsAsync());
        await NothingStaysAsync(parts);
    }

    [Fact]
    public async Task A_server_that_is_away_is_tried_again_until_it_is_back()
    {
        await using var mail = new TestMail();
        using var parts = new DeliveryParts(store, "MAIL-AWAY", mail.Settings);
        await parts.SendAsync(Channel.Email, To);
        await parts.RunUntilAsync("retried_unreachable");

        await mail.StartAsync();
        await parts.RunUntilAsync("sent 1");

        Assert.Single(mail.Received);
        Assert.Contains("Email sent 1", await parts.CountsAsync());
        await NothingStaysAsync(parts);
    }

    [Theory]
    [InlineData(false, "ITA_SMTP_SECURITY", "starttls")]
    [InlineData(true, "ITA_SMTP_CA", "")]
    [InlineData(true, "ITA_SMTP_HOST", "127.0.0.1")]
    public async Task Without_encryption_or_with_a_certificate_that_is_not_trusted_nothing_is_sent(bool hasTls, string setting, string value)
    {
        await using var mail = new TestMail { HasStartTls = hasTls };
        await mail.StartAsync();

        // The authority is that of the machine, or the name is not the one of the certificate.
        using var parts = new DeliveryParts(store, $"MAIL-TLS-{hasTls}-{setting}", [.. mail.Settings, (setting, value)]);
        await parts.SendAsync(Channel.Email, To, life: TimeSpan.FromSeconds(6));

        await parts.RunUntilAsync("retried_tls");

        Assert.Empty(mail.Received);
        await parts.RunUntilAsync("failed_expired");
        await NothingStaysAsync(parts);
    }

    [Fact]
    public async Task A_server_that_hangs_is_given_up_after_the_time_limit_and_the_letter_when_its_life_ends()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var mail = new TestMail();
        using var parts = new DeliveryParts(
            store,
            "MAIL-HANGS",
            [
                .. mail.Settings,
                ("ITA_SMTP_PORT", ((IPEndPoint)silent.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)),
                ("ITA_SMTP_TIMEOUT", "00:00:01"),
            ]);
        await parts.SendAsync(Channel.Email, To, life: TimeSpan.FromSeconds(4));

        await parts.RunUntilAsync("failed_expired");

        Assert.Equal(["Email retried_timeout 1", "Email failed_expired 1"], await parts.CountsAsync());
        await NothingStaysAsync(parts);
    }

    private async Task NothingStaysAsync(DeliveryParts parts, params string[] secrets)
    {
        var traces = await parts.TracesAsync();

        Assert.All(
            [To, "somebody.private", TestMail.Password, .. secrets],
            secret => Assert.DoesNotContain(traces, text => text.Contains(secret, StringComparison.Ordinal)));
        var letters = store.Storage.Queues.GetQueueClient(StorageNames.Queues.OtpLetters);
        Assert.Equal(0, (await letters.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }
}
