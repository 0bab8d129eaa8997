using System.Net;

namespace Ita.App.Tests.Hosting;

/// <summary>An answer of a page.</summary>
/// <param name="Text">The body, with character references replaced.</param>
/// <param name="Location">The address of a redirect; null for none.</param>
public sealed record PageReply(HttpStatusCode Status, string Text, string? Location, string CacheControl);

/// <summary>A client of the pages, which follows no redirect.</summary>
public sealed class PageClient : IDisposable
{
    private readonly HttpClient http;

    public PageClient(Uri address, string? key = AppOnHost.Key) => http = PatientClient.Of(address, key);

    public Task<PageReply> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<PageReply> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields.ToDictionary(field => field.Name, field => field.Value)));

    public void Dispose() => http.Dispose();

    private async Task<PageReply> SendAsync(HttpMethod method, string path, HttpContent? body)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/app{path}", UriKind.Relative)) { Content = body };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await http.SendAsync(request);
        return new(
            answer.StatusCode,
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()),
            answer.Headers.Location?.OriginalString,
            $"{answer.Headers.CacheControl}");
    }
}
