using System.Buffers;
using System.Collections.Concurrent;
using MimeKit;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Ita.LocalHost.Mail;

/// <summary>A message that the app sent.</summary>
/// <param name="From">The sender; SMS for a text message.</param>
internal sealed record CaughtMessage(DateTimeOffset At, string From, string To, string Subject, string Text);

/// <summary>The newest messages, in memory only.</summary>
internal sealed class CaughtMessages(TimeProvider clock) : MessageStore
{
    private const int Kept = 200;

    private readonly ConcurrentQueue<CaughtMessage> messages = new();

    /// <summary>The newest first.</summary>
    public IEnumerable<CaughtMessage> All => messages.Reverse();

    public void Add(string from, string to, string subject, string text)
    {
        messages.Enqueue(new(clock.GetUtcNow(), from, to, subject, text));
        while (messages.Count > Kept)
        {
            messages.TryDequeue(out _);
        }
    }

    /// <summary>Called by the SMTP server.</summary>
    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(buffer.ToArray());
        var message = await MimeMessage.LoadAsync(content, cancellationToken);
        Add(message.From.ToString(), message.To.ToString(), message.Subject ?? "", message.TextBody ?? "");
        return SmtpResponse.Ok;
    }
}
