using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Ita.App.Tests.Contract;

namespace Ita.App.Tests.Hosting;

/// <summary>A client of the app's API. Every response is checked against the OpenAPI document, and a call is repeated as 503 with Retry-After
/// asks.</summary>
public sealed class Caller : IDisposable
{
    private static readonly string[] Open = ["received", "processing"];

    private readonly ContractHandler contract;
    private readonly HttpClient http;

    public Caller(Uri address, string? key)
    {
        contract = new(PatientClient.Handler(follows: true));
        http = new(contract)
        {
            BaseAddress = new Uri(address, "/api/v1/"),
            DefaultRequestHeaders = { Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key) },
        };
    }

    /// <summary>The operations that returned a successful response.</summary>
    internal IReadOnlyCollection<string> Succeeded => contract.Succeeded;

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<HttpResponseMessage> GetAsync(string path, (string Name, string Value) header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        return await http.SendAsync(request);
    }

    public async Task<HttpResponseMessage> PostAsync(string path, HttpContent body, (string Name, string Value) header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = body };
        request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        return await http.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent? body = null) => http.PostAsync(new Uri(path, UriKind.Relative), body);

    public Task<HttpResponseMessage> PutAsync(string path, string json) =>
        http.PutAsync(new Uri(path, UriKind.Relative), new StringContent(json, Encoding.UTF8, "application/json"));

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent body) =>
        http.SendAsync(new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body });

    public Task<HttpResponseMessage> PostFileAsync(byte[] file, string name)
    {
        var body = new ByteArrayContent(file);
        body.Headers.ContentType = new("text/csv");
        return PostAsync($"uploads?name={Uri.EscapeDataString(name)}", body);
    }

    /// <summary>Uploads a file and returns the upload's id once it is accepted.</summary>
    public async Task<string> AcceptedAsync(byte[] file, string name)
    {
        using var answer = await PostFileAsync(file, name);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = (await JsonAsync(answer)).GetProperty("id").GetString()!;
        Assert.Equal($"/api/v1/uploads/{id}", answer.Headers.Location?.OriginalString);
        return id;
    }

    /// <summary>Uploads a file and returns the upload once it is settled.</summary>
    public async Task<JsonElement> SentAsync(string csv, string name = "scores.csv") => await SentAsync(Encoding.UTF8.GetBytes(csv), name);

    public async Task<JsonElement> SentAsync(byte[] file, string name = "scores.csv") => await SettledAsync(await AcceptedAsync(file, name));

    public Task<JsonElement> SettledAsync(string id) => Eventually.AsWishedAsync(
        () => JsonAsync($"uploads/{id}"), upload => !Open.Contains(upload.GetProperty("status").GetString()), $"upload {id} settled");

    /// <summary>Requests a report and returns its record once it is printed or has failed.</summary>
    public async Task<JsonElement> PrintedAsync(string report)
    {
        using var asked = await PostAsync(report);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        return await Eventually.AsWishedAsync(
            () => JsonAsync(report), status => status.GetProperty("status").GetString() != "queued", $"{report} printed");
    }

    public Task<JsonElement> ResultAsync(int year, string agency) => JsonAsync($"results/{year}/{agency}");

    public async Task<JsonElement> JsonAsync(string path)
    {
        using var answer = await GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await JsonAsync(answer);
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());

    public void Dispose() => http.Dispose();
}
