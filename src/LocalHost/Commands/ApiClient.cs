using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ita.LocalHost.Commands;

/// <summary>The few calls of the app's API that the commands make; a path is below <c>/api/v1/</c>.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient http;

    public ApiClient(Uri address, string key)
    {
        http = new HttpClient { BaseAddress = new Uri(address, "/api/v1/"), Timeout = TimeSpan.FromMinutes(10) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>Returns the upload's id.</summary>
    /// <exception cref="HttpRequestException">The API refused the file.</exception>
    public async Task<string> UploadAsync(string file, CancellationToken cancellationToken)
    {
        using var body = new StreamContent(File.OpenRead(file));
        body.Headers.ContentType = new("application/octet-stream");
        return (await SendAsync(HttpMethod.Post, $"uploads?name={Uri.EscapeDataString(Path.GetFileName(file))}", body, cancellationToken)).Text("id");
    }

    /// <summary>Puts a file in a place.</summary>
    /// <exception cref="HttpRequestException">The API refused the file.</exception>
    public async Task PutFileAsync(string path, string file, CancellationToken cancellationToken)
    {
        using var body = new StreamContent(File.OpenRead(file));
        body.Headers.ContentType = new("application/octet-stream");
        await SendAsync(HttpMethod.Put, path, body, cancellationToken);
    }

    /// <summary>Posts a file to be checked; returns the answer, also when it lists faults.</summary>
    /// <exception cref="HttpRequestException">The API answered neither 200 nor 400.</exception>
    public async Task<(HttpStatusCode Status, JsonElement Body)> CheckAsync(string path, string file, CancellationToken cancellationToken)
    {
        using var body = new StreamContent(File.OpenRead(file));
        body.Headers.ContentType = new("application/octet-stream");
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), body, cancellationToken);
        return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest
            ? (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken))
            : throw new HttpRequestException($"POST {path} answered {(int)answer.StatusCode}.", null, answer.StatusCode);
    }

    public Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) => SendAsync(HttpMethod.Get, path, null, cancellationToken);

    /// <summary>Year and agency of every result, in the order of year and agency.</summary>
    public async Task<IReadOnlyList<(int Year, string Agency)>> ResultNamesAsync(CancellationToken cancellationToken)
    {
        var names = new List<(int Year, string Agency)>();
        var next = "";
        do
        {
            var page = await GetAsync($"results?pageSize=1000{next}", cancellationToken);
            names.AddRange(page.GetProperty("results").EnumerateArray()
                .Select(row => (row.GetProperty("fiscalYear").GetInt32(), row.Text("agencyCode"))));
            next = page.GetProperty("next").GetString() is { } token ? $"&page={Uri.EscapeDataString(token)}" : null;
        }
        while (next is not null);
        return [.. names.OrderBy(name => name.Year).ThenBy(name => name.Agency, StringComparer.Ordinal)];
    }

    /// <summary>Reads a file.</summary>
    public Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken) => http.GetByteArrayAsync(path, cancellationToken);

    /// <summary>Asks for a report and waits for it; null when it could not be printed.</summary>
    /// <param name="query">The options of the report, beginning with <c>?</c>.</param>
    public async Task<byte[]?> PrintAsync(string report, string query, CancellationToken cancellationToken)
    {
        var status = (await SendAsync(HttpMethod.Post, report + query, null, cancellationToken)).Text("status");
        while (status == "queued")
        {
            await Task.Delay(50, cancellationToken);
            status = (await GetAsync(report + query, cancellationToken)).Text("status");
        }

        return status is "printed" or "outdated" ? await ReadAsync($"{report}{query}&format=pdf", cancellationToken) : null;
    }

    public void Dispose() => http.Dispose();

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, HttpContent? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        using var answer = await http.SendAsync(request, cancellationToken);
        if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Accepted)
        {
            return await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        }

        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        throw new HttpRequestException($"{request.RequestUri?.PathAndQuery}: {(int)answer.StatusCode} {text}", null, answer.StatusCode);
    }
}

internal static class JsonText
{
    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
