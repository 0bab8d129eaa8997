using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Polly.Timeout;

namespace Ita.App.Delivery;

/// <summary>Sends text messages by a webhook. docs/operations.md describes the request and its signature.</summary>
public sealed class SmsSender(IHttpClientFactory clients, IOptions<DeliveryOptions> options, TimeProvider clock) : ILetterSender
{
    /// <summary>The name of the client.</summary>
    public const string Client = "sms";

    public const string TimestampHeader = "X-ITA-Timestamp";
    public const string SignatureHeader = "X-ITA-Signature";
    private const string RepeatHeader = "Idempotency-Key";

    public Channel Channel => Channel.Phone;

    public async Task<Attempt> SendAsync(Letter letter, string id, CancellationToken cancellationToken)
    {
        if (options.Value.Sms is not { } gateway)
        {
            return Attempt.Never(Cause.Unconfigured);
        }

        try
        {
            using var request = Request(gateway, gateway.Fill(letter.To, letter.Text), id);
            using var client = clients.CreateClient(Client);

            // The body of the answer is not read: gateways repeat the number in it.
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return AttemptOf(answer.StatusCode);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault)
        {
            // The exception is not kept, like those of SMTP.
            return Attempt.Later(CauseOf(fault));
        }
    }

    /// <summary>HMAC-SHA-256 in hexadecimal over the timestamp, a point and the body.</summary>
    public static string Sign(string secret, string timestamp, string body) => "sha256=" + Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}")));

    private HttpRequestMessage Request(SmsSettings gateway, string body, string id)
    {
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, gateway.Address)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", gateway.Secret);
        request.Headers.Add(TimestampHeader, timestamp);
        request.Headers.Add(SignatureHeader, Sign(gateway.Secret, timestamp, body));
        request.Headers.Add(RepeatHeader, id);
        return request;
    }

    private static Attempt AttemptOf(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => Attempt.Sent,
        408 or 429 or >= 500 => Attempt.Later(Cause.Busy),
        401 or 403 => Attempt.Never(Cause.Auth),
        _ => Attempt.Never(Cause.Refused),
    };

    private static Cause CauseOf(Exception fault) => fault switch
    {
        TimeoutRejectedException or OperationCanceledException => Cause.Timeout,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => Cause.Tls,
        HttpRequestException or IOException => Cause.Unreachable,
        _ => Cause.Fault,
    };
}
