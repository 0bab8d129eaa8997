namespace Ita.App.Web.Bodies;

/// <summary>Reads the fields of a small POST body: JSON, a URL-encoded form or a multipart form. Every value is returned as text.</summary>
internal static class PostedFields
{
    /// <summary>The largest body in bytes.</summary>
    public const int Limit = 64 * 1024;

    private const string Answers = "answers";

    /// <summary>The fields by name. Answers may be at the top level or under <c>answers</c>.</summary>
    public static async Task<Outcome<Dictionary<string, string>>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await BodyBytes.ReadAsync(request.Body, Limit, cancellationToken) is not { } bytes)
        {
            return Refusal.TooLarge("sheet-too-large", ("limit", FormattableString.Invariant($"{Limit}")));
        }

        var invalid = Refusal.Invalid("sheet-unreadable");
        if (!request.HasFormContentType)
        {
            return ReadJson(bytes, invalid);
        }

        var fields = await ReadFormAsync(request, bytes, cancellationToken);
        return fields is null ? invalid : fields;
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

    private static Outcome<Dictionary<string, string>> ReadJson(byte[] bytes, Refusal invalid)
    {
        var (json, problem) = BodyBytes.Parse(bytes);
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        return json is not { } sent ? invalid.Because(problem!) : TryAdd(sent, fields) ? fields : invalid;
    }

    // False when a name occurs twice, a value is a list or an object, or a text has half of a surrogate pair.
    private static bool TryAdd(JsonElement sent, Dictionary<string, string> fields) => sent.ValueKind == JsonValueKind.Object
        && sent.EnumerateObject().All(field => field.Name.Equals(Answers, StringComparison.OrdinalIgnoreCase)
            ? TryAdd(field.Value, fields)
            : TextOf(field.Value) is { } text && fields.TryAdd(field.Name, text));

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => BodyText.Read(value),
        JsonValueKind.Number or JsonValueKind.Null or JsonValueKind.True or JsonValueKind.False => value.ToString(),
        _ => null,
    };
}
