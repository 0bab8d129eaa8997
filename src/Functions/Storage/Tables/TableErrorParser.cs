using System.Text.Json;
using Azure;
using Azure.Core;

namespace Ita.Functions.Storage.Tables;

/// <summary>Reads code and message from an error answer, <c>{"odata.error":{"code":…,"message":{"value":…}}}</c>.</summary>
internal sealed class TableErrorParser : RequestFailedDetailsParser
{
    public static TableErrorParser Instance { get; } = new();

    public static string? CodeOf(Response response) => Read(response)?.Code;

    public static string? MessageOf(Response response) => Read(response)?.Message;

    public override bool TryParse(Response response, out ResponseError? error, out IDictionary<string, string>? data)
    {
        error = Read(response);
        data = null;
        return error is not null;
    }

    private static ResponseError? Read(Response response)
    {
        try
        {
            return ReadBody(response.Content.ToMemory()) ?? ReadHeader(response);
        }
        catch (JsonException)
        {
            // A gateway in between may answer with a page of its own. The caller still gets that answer as a
            // RequestFailedException with its status and text, only without a code.
            return ReadHeader(response);
        }
    }

    private static ResponseError? ReadBody(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        using var document = JsonDocument.Parse(body);
        var found = document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("odata.error", out _);
        return found ? ReadError(document.RootElement.GetProperty("odata.error")) : null;
    }

    private static ResponseError ReadError(JsonElement error) =>
        new(error.GetProperty("code").GetString(), error.GetProperty("message").GetProperty("value").GetString());

    private static ResponseError? ReadHeader(Response response) =>
        response.Headers.TryGetValue("x-ms-error-code", out var code) ? new(code, response.ReasonPhrase) : null;
}
