using System.Net;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Contract;

/// <summary>What a script of another site may read (CORS), through the host.</summary>
[Collection(AppTests.Name)]
public sealed class OpenReadsTests(RunningApp running) : IDisposable
{
    private const string Allowed = "Access-Control-Allow-Origin";

    private readonly HttpClient http = PatientClient.Of(running.App.Host.Address, follows: true);

    [Theory]
    [InlineData("GET", "/api/v1/frameworks", "*")]
    [InlineData("HEAD", "/api/v1/frameworks", "*")]
    [InlineData("GET", "/api/v1/rankings/2565?format=csv", "*")]
    [InlineData("GET", "/api/v1/nothing", "*")]
    [InlineData("GET", "/api/openapi/v1.json", "*")]
    [InlineData("POST", "/api/v1/uploads", "")]
    [InlineData("DELETE", "/api/v1/frameworks", "")]
    [InlineData("GET", "/api/app/", "")]
    [InlineData("GET", "/api/health/live", "")]
    public async Task Reading_is_open_and_nothing_else(string method, string path, string expected)
    {
        using var answer = await SendAsync(method, path, ("Origin", "https://news.example"));

        Assert.Equal(expected, Header(answer, Allowed));
        Assert.Equal("", Header(answer, "Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData("GET", "If-None-Match", "if-none-match")]
    [InlineData("POST", "", "")]
    public async Task A_preflight_allows_reads_only(string method, string header, string expected)
    {
        using var answer = await SendAsync(
            "OPTIONS",
            "/api/v1/frameworks",
            ("Origin", "https://news.example"),
            ("Access-Control-Request-Method", method),
            ("Access-Control-Request-Headers", header));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(expected, Header(answer, "Access-Control-Allow-Headers"), ignoreCase: true);
        Assert.Equal(method == "GET" ? "*" : "", Header(answer, Allowed));
    }

    [Fact]
    public async Task A_key_of_another_site_is_not_allowed()
    {
        using var answer = await SendAsync(
            "OPTIONS",
            "/api/v1/keys",
            ("Origin", "https://news.example"),
            ("Access-Control-Request-Method", "GET"),
            ("Access-Control-Request-Headers", "authorization"));

        Assert.DoesNotContain("authorization", Header(answer, "Access-Control-Allow-Headers"), StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(string method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await http.SendAsync(request);
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
}
