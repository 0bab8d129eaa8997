namespace Ita.App.Web.Bodies;

/// <summary>Reads a small body into memory, and JSON from it.</summary>
internal static class BodyBytes
{
    /// <summary>The deepest nesting of JSON that is read; the API's own bodies have at most five levels.</summary>
    private const int Deepest = 16;

    // The parser stops behind the limit, so that the check here can name it.
    private static readonly JsonDocumentOptions Plain = new() { MaxDepth = 4 * Deepest };

    /// <summary>The body; null when it has more bytes than the limit.</summary>
    public static async Task<byte[]?> ReadAsync(Stream body, int limit, CancellationToken cancellationToken)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + read > limit)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    /// <summary>The JSON of a body, or the problem with it. An empty body is a problem.</summary>
    public static (JsonElement? Json, Problem? Problem) Parse(ReadOnlyMemory<byte> body)
    {
        var bytes = body.Span.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body;
        if (IsBlank(bytes.Span))
        {
            return (null, new Problem("body-empty", Severity.Error));
        }

        if (!System.Text.Unicode.Utf8.IsValid(bytes.Span))
        {
            return (null, new Problem("body-not-utf8", Severity.Error));
        }

        try
        {
            using var document = JsonDocument.Parse(bytes, Plain);
            var root = document.RootElement;
            return DepthOf(root) > Deepest ? (null, new Problem("body-too-deep", Severity.Error).With("limit", $"{Deepest}"))
                : HasBrokenName(root) ? (null, new Problem("member-character", Severity.Error, Column: "…", Value: BodyText.Broken))
                : (root.Clone(), null);
        }
        catch (JsonException fault)
        {
            return (null, new Problem("body-not-json", Severity.Error)
                .With("row", $"{fault.LineNumber + 1}").With("position", $"{fault.BytePositionInLine + 1}"));
        }
    }

    public static bool IsBlank(ReadOnlySpan<byte> body) => body.IndexOfAnyExcept(" \t\r\n"u8) < 0;

    private static int DepthOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => 1 + element.EnumerateObject().Select(member => DepthOf(member.Value)).DefaultIfEmpty().Max(),
        JsonValueKind.Array => 1 + element.EnumerateArray().Select(DepthOf).DefaultIfEmpty().Max(),
        _ => 0,
    };

    // True when an escape in the name of a member is half of a surrogate pair: such a name cannot be read as text.
    private static bool HasBrokenName(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(member => BodyText.ReadName(member) is null || HasBrokenName(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(HasBrokenName),
        _ => false,
    };
}
