using System.Net;
using System.Text;
using System.Text.Json;

namespace Ita.Functions.Tests.Contract;

/// <param name="Body">Empty for a failure, of which the host reads nothing.</param>
internal sealed record Answered(HttpStatusCode Status, string? MediaType, string Body)
{
    public JsonElement Outputs => JsonSerializer.Deserialize<JsonElement>(Body).GetProperty(nameof(Outputs));

    /// <summary>The message of one output, decoded as the host would.</summary>
    public string Message(string output) => Encoding.UTF8.GetString(Outputs.GetProperty(output).GetBytesFromBase64());
}

/// <summary>Calls the handler as the host does: chunked, without a length, at the root.</summary>
internal sealed class Invoking(Uri handler) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = handler };

    public async Task<Answered> PostAsync(string function, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{function}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = true;
        using var answer = await _http.SendAsync(request);
        return new(answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync());
    }

    public void Dispose() => _http.Dispose();
}
