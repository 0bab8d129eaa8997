using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Ita.LocalHost.Commands;

/// <summary>The few calls of the app's API that the commands make.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;

    public ApiClient(Uri address, string key)
    {
        _http = new HttpClient { BaseAddress = new Uri(address, "/api/v1/"), Timeout = TimeSpan.FromMinutes(10) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>The upload's id.</summary>
    /// <exception cref="HttpRequestException">The API did not take the file.</exception>
    public async Task<string> UploadAsync(string file, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(file);
        using var body = new StreamContent(content);
        body.Headers.ContentType = new("application/octet-stream");
        using var answer = await _http.PostAsync($"uploads?name={Uri.EscapeDataString(Path.GetFileName(file))}", body, cancellationToken);
        return (await JsonAsync(answer, cancellationToken)).GetProperty("id").GetString()!;
    }

    public Task<JsonElement> UploadStatusAsync(string id, CancellationToken cancellationToken) => GetAsync($"uploads/{id}", cancellationToken);

    public Task<JsonElement> UploadsAsync(CancellationToken cancellationToken) => GetAsync("uploads", cancellationToken);

    /// <summary>Year and agency of every result, by year and agency.</summary>
    public async Task<IReadOnlyList<(int Year, string Agency)>> ResultNamesAsync(CancellationToken cancellationToken)
    {
        var names = new List<(int, string)>();
        string? next = null;
        do
        {
            var page = await GetAsync($"results?pageSize=1000{(next is null ? "" : $"&page={Uri.EscapeDataString(next)}")}", cancellationToken);
            names.AddRange(page.GetProperty("results").EnumerateArray().Select(row =>
                (row.GetProperty("fiscalYear").GetInt32(), row.GetProperty("agencyCode").GetString()!)));
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);
        return [.. names.OrderBy(name => name.Item1).ThenBy(name => name.Item2, StringComparer.Ordinal)];
    }

    public Task<JsonElement> ResultAsync(int year, string agency, CancellationToken cancellationToken) =>
        GetAsync($"results/{year}/{Uri.EscapeDataString(agency)}", cancellationToken);

    /// <summary>Asks for a report and gives its status.</summary>
    public async Task<string> PrintAsync(string report, CancellationToken cancellationToken)
    {
        using var answer = await _http.PostAsync(report, null, cancellationToken);
        return (await JsonAsync(answer, cancellationToken)).GetProperty("status").GetString()!;
    }

    public async Task<string> ReportStatusAsync(string report, CancellationToken cancellationToken) =>
        (await GetAsync(report, cancellationToken)).GetProperty("status").GetString()!;

    public Task<byte[]> PdfAsync(string report, CancellationToken cancellationToken) =>
        _http.GetByteArrayAsync($"{report}?format=pdf", cancellationToken);

    public static string ReportPath(int year, string agency, string kind) => $"reports/{year}/{Uri.EscapeDataString(agency)}/{kind}";

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await _http.GetAsync(path, cancellationToken);
        return await JsonAsync(answer, cancellationToken);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Accepted)
        {
            return JsonDocument.Parse(text).RootElement;
        }

        throw new HttpRequestException($"{answer.RequestMessage?.RequestUri?.PathAndQuery}: {(int)answer.StatusCode} {text}", null, answer.StatusCode);
    }
}
