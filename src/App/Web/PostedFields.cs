using System.Text.Json;

namespace Ita.App.Web;

/// <summary>The fields of a small post, whether it came as JSON or as a form, with or without files' framing.</summary>
/// <remarks>Everything is text here: what a field may hold is for its reader to say.</remarks>
internal static class PostedFields
{
    /// <summary>No form of ours is longer; reading stops there.</summary>
    public const int Limit = 64 * 1024;

    private const string Answers = "answers";

    /// <summary>The fields by name, or null with the answer to give. Answers may stand by themselves or under <c>answers</c>.</summary>
    public static async Task<(Dictionary<string, string>? Fields, IResult Refusal)> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        if (await BytesAsync(request.Body, stop) is not { } bytes)
        {
            return (null, ApiProblem.Of(StatusCodes.Status413PayloadTooLarge, "sheet-too-large", ("limit", FormattableString.Invariant($"{Limit}"))));
        }

        var fields = request.HasFormContentType ? await OfFormAsync(request, bytes, stop) : OfJson(bytes);
        return fields is null ? (null, ApiProblem.Of(StatusCodes.Status400BadRequest, "sheet-unreadable")) : (fields, TypedResults.Empty);
    }

    /// <summary>Takes a field out; null when it is not there or blank.</summary>
    public static string? Take(this Dictionary<string, string> fields, params string[] names)
    {
        string? taken = null;
        foreach (var name in names)
        {
            taken = fields.Remove(name, out var value) && !string.IsNullOrWhiteSpace(value) ? taken ?? value : taken;
        }

        return taken;
    }

    // Null when there is more than the limit.
    private static async Task<byte[]?> BytesAsync(Stream body, CancellationToken stop)
    {
        var buffer = new byte[Limit + 1];
        var read = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, stop);
        return read > Limit ? null : buffer[..read];
    }

    private static async Task<Dictionary<string, string>?> OfFormAsync(HttpRequest request, byte[] bytes, CancellationToken stop)
    {
        request.Body = new MemoryStream(bytes);
        try
        {
            var form = await request.ReadFormAsync(stop);
            return form.Files.Count > 0 ? null : form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static Dictionary<string, string>? OfJson(byte[] bytes)
    {
        try
        {
            var sent = JsonSerializer.Deserialize<JsonElement>(bytes);
            var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            return IsTaken(sent, fields) ? fields : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A name twice, or a value that is a list or an object, is no answer to anything.
    private static bool IsTaken(JsonElement sent, Dictionary<string, string> fields) => sent.ValueKind == JsonValueKind.Object
        && sent.EnumerateObject().All(field => field.Name.Equals(Answers, StringComparison.OrdinalIgnoreCase)
            ? IsTaken(field.Value, fields)
            : field.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null or JsonValueKind.True or JsonValueKind.False
                && fields.TryAdd(field.Name, field.Value.ToString()));
}
