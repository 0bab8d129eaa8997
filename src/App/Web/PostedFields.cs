namespace Ita.App.Web;

/// <summary>Reads the fields of a small POST body: JSON, a URL-encoded form or a multipart form. Every value is returned as text.</summary>
internal static class PostedFields
{
    /// <summary>The largest body in bytes.</summary>
    public const int Limit = 64 * 1024;

    private const string Answers = "answers";

    /// <summary>The fields by name. Answers may be at the top level or under <c>answers</c>.</summary>
    public static async Task<Outcome<Dictionary<string, string>>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await BytesAsync(request.Body, cancellationToken) is not { } bytes)
        {
            return Refusal.TooLarge("sheet-too-large", ("limit", FormattableString.Invariant($"{Limit}")));
        }

        var fields = request.HasFormContentType ? await ReadFormAsync(request, bytes, cancellationToken) : ReadJson(bytes);
        return fields is null ? Refusal.Invalid("sheet-unreadable") : fields;
    }

    /// <summary>Removes fields and returns the first that is not blank; null when all are missing or blank.</summary>
    public static string? Take(this Dictionary<string, string> fields, params string[] names)
    {
        string? taken = null;
        foreach (var name in names)
        {
            taken = fields.Remove(name, out var value) && !string.IsNullOrWhiteSpace(value) ? taken ?? value : taken;
        }

        return taken;
    }

    // Null when the body exceeds the limit.
    private static async Task<byte[]?> BytesAsync(Stream body, CancellationToken cancellationToken)
    {
        var buffer = new byte[Limit + 1];
        var read = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return read > Limit ? null : buffer[..read];
    }

    private static async Task<Dictionary<string, string>?> ReadFormAsync(HttpRequest request, byte[] bytes, CancellationToken cancellationToken)
    {
        request.Body = new MemoryStream(bytes);
        try
        {
            var form = await request.ReadFormAsync(cancellationToken);
            return form.Files.Count > 0
                ? null
                : form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static Dictionary<string, string>? ReadJson(byte[] bytes)
    {
        try
        {
            var sent = JsonSerializer.Deserialize<JsonElement>(bytes);
            var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            return TryAdd(sent, fields) ? fields : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // False when a name occurs twice, or a value is a list or an object.
    private static bool TryAdd(JsonElement sent, Dictionary<string, string> fields) => sent.ValueKind == JsonValueKind.Object
        && sent.EnumerateObject().All(field => field.Name.Equals(Answers, StringComparison.OrdinalIgnoreCase)
            ? TryAdd(field.Value, fields)
            : field.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null or JsonValueKind.True or JsonValueKind.False
                && fields.TryAdd(field.Name, field.Value.ToString()));
}
