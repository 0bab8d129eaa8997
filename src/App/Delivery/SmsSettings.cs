namespace Ita.App.Delivery;

/// <summary>The webhook of an SMS gateway.</summary>
/// <param name="Body">A JSON text with the places {to} and {text}, and {from} where the gateway takes the sender's name.</param>
/// <param name="Secret">Sent as bearer token, and the key of the signature.</param>
/// <param name="From">The sender's name that the gateway shows to receivers; null when it is not known.</param>
public sealed record SmsSettings(Uri Address, string Body, string Secret, string? From, TimeSpan Limit)
{
    private const string AddressName = "ITA_SMS_URL";
    private const string BodyName = "ITA_SMS_BODY";
    private const string SecretName = "ITA_SMS_SECRET";
    private const string FromName = "ITA_SMS_FROM";
    private const string LimitName = "ITA_SMS_TIMEOUT";

    private const string To = "{to}";
    private const string Text = "{text}";
    private const string UsualBody = """{"to":"{to}","text":"{text}"}""";
    private const int ShortestSecret = 16;

    // The name of the record contains the secret.
    public override string ToString() => Address.Host;

    /// <summary>The body for one message. Each value is escaped as the content of a JSON string.</summary>
    public string Fill(string to, string text) => Fill(Body, to, text, From ?? "");

    /// <summary>Null when there is no gateway, or when its settings have faults.</summary>
    internal static SmsSettings? Read(SettingReading reading)
    {
        if (reading.Text(AddressName) is not { } text)
        {
            reading.Alone(AddressName, BodyName, SecretName, FromName, LimitName);
            return null;
        }

        var address = AddressOf(reading, text);
        var (body, limit) = (BodyOf(reading), reading.Limit(LimitName, TimeSpan.FromSeconds(10)));
        if (reading.Text(SecretName) is not { Length: >= ShortestSecret } secret || secret.Any(sign => sign is < '!' or > '~'))
        {
            reading.Fault($"{SecretName} must have at least {ShortestSecret} letters, digits and signs without spaces, chosen at random.");
            return null;
        }

        return address is null ? null : new(address, body, secret, reading.Text(FromName), limit);
    }

    private static Uri? AddressOf(SettingReading reading, string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && string.IsNullOrEmpty(address.UserInfo)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && LoopbackName.Is(address.Host))))
        {
            return address;
        }

        reading.Fault($"{AddressName} must be an address with https:// and without a user name; http:// is accepted for this machine only.");
        return null;
    }

    private static string BodyOf(SettingReading reading)
    {
        var body = reading.Text(BodyName) ?? UsualBody;
        if (!body.Contains(To, StringComparison.Ordinal) || !body.Contains(Text, StringComparison.Ordinal) || !IsJson(body))
        {
            reading.Fault($"{BodyName} must be a JSON text with {To} and {Text} inside of strings, for example {UsualBody}");
        }

        return body;
    }

    private static bool IsJson(string body)
    {
        try
        {
            using var filled = JsonDocument.Parse(Fill(body, "+66\"", "\"\\\n", "\""));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // One pass, so that a text that contains {to} is not filled in again.
    private static string Fill(string body, string to, string text, string from)
    {
        var filled = new StringBuilder();
        for (var at = 0; at < body.Length;)
        {
            var (place, value) = body[at..] switch
            {
                ['{', 't', 'o', '}', ..] => (To, to),
                ['{', 't', 'e', 'x', 't', '}', ..] => (Text, text),
                ['{', 'f', 'r', 'o', 'm', '}', ..] => ("{from}", from),
                _ => ("", ""),
            };
            filled.Append(place.Length > 0 ? JsonEncodedText.Encode(value).ToString() : body[at].ToString());
            at += Math.Max(place.Length, 1);
        }

        return filled.ToString();
    }
}
