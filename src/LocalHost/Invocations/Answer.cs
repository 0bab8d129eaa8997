using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ita.LocalHost.Invocations;

/// <summary>What the handler answered in payload mode (contract.md, section 3).</summary>
internal abstract record Answer
{
    private static readonly string[] JsonTypes = ["application/json", "text/json"];

    /// <summary>A JSON object: the invocation succeeded, if its outputs can be written.</summary>
    public sealed record Result(JsonObject Outputs, IReadOnlyList<string> Logs, JsonNode? ReturnValue) : Answer;

    /// <summary>Nothing, or <c>null</c>: the host never notices that the handler has finished and waits until functionTimeout.</summary>
    public sealed record Silence : Answer;

    public sealed record Failed(string Why) : Answer;

    public static async Task<Answer> ReadAsync(HttpResponseMessage response, CancellationToken stop)
    {
        if (!response.IsSuccessStatusCode)
        {
            return new Failed($"the handler answered {(int)response.StatusCode}");
        }

        var body = await response.Content.ReadAsByteArrayAsync(stop);
        return Read(response.Content.Headers.ContentType?.MediaType, body);
    }

    /// <summary>Reads the body of a 2xx answer.</summary>
    public static Answer Read(string? mediaType, ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            return new Silence();
        }

        return JsonTypes.Contains(mediaType, StringComparer.OrdinalIgnoreCase)
            ? ReadJson(body)
            : new Failed($"UnsupportedMediaTypeException: the handler answered {mediaType ?? "without a content type"}");
    }

    private static Answer ReadJson(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonNode.Parse(body, new JsonNodeOptions { PropertyNameCaseInsensitive = true }) switch
            {
                null => new Silence(),
                JsonObject result => ReadResult(result),
                _ => new Failed("JsonSerializationException: the answer is no JSON object"),
            };
        }
        catch (JsonException broken)
        {
            return new Failed($"JsonReaderException: {broken.Message}");
        }
    }

    private static Answer ReadResult(JsonObject result) => (result["Outputs"], result["Logs"]) switch
    {
        (not (null or JsonObject), _) => new Failed("JsonSerializationException: Outputs is no JSON object"),
        (_, not (null or JsonArray)) => new Failed("JsonSerializationException: Logs is no JSON array"),
        var (outputs, logs) => new Result(Exact(outputs as JsonObject), Lines(logs as JsonArray), result["ReturnValue"]),
    };

    // The names of the answer's members ignore case, those of the outputs do not.
    private static JsonObject Exact(JsonObject? outputs) =>
        new((outputs ?? []).Select(output => KeyValuePair.Create(output.Key, output.Value?.DeepClone())));

    private static string[] Lines(JsonArray? logs) => [.. (logs ?? []).Select(line => line?.ToString() ?? "")];
}
