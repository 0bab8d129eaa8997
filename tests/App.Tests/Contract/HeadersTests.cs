using System.Net.Http.Headers;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Contract;

/// <summary>The security headers of every kind of answer, through the host.</summary>
[Collection(AppTests.Name)]
public sealed class HeadersTests(RunningApp running) : IDisposable
{
    private const string Agency = "HEADERS";
    private const string Result = $"/api/v1/results/2565/{Agency}";

    private readonly HttpClient http =
        PatientClient.Of(running.App.Host.Address);

    [Theory]
    [InlineData("GET", "/api/health/live")]
    [InlineData("GET", "/api/health/ready")]
    [InlineData("GET", "/api/openapi/v1.json")]
    [InlineData("GET", "/api/v1/frameworks")]
    [InlineData("GET", "/api/v1/templates/scores.csv")]
    [InlineData("GET", Result)]
    [InlineData("GET", $"{Result}?format=csv")]
    [InlineData("GET", $"/api/v1/reports/2565/{Agency}/analysis?format=html")]
    [InlineData("GET", "/api/v1/keys")]
    [InlineData("GET", "/api/v1/nothing")]
    [InlineData("POST", "/api/v1/uploads")]
    [InlineData("DELETE", "/api/v1/frameworks")]
    [InlineData("OPTIONS", "/api/v1/frameworks")]
    [InlineData("HEAD", "/api/v1/frameworks")]
    [InlineData("GET", "/api/app/")]
    [InlineData("GET", "/api/app/rankings/2565")]
    [InlineData("GET", "/api/app/nothing")]
    [InlineData("GET", "/api/app/rankings")]
    [InlineData("POST", "/api/app/uploads")]
    public async Task Every_answer_is_of_its_type_in_no_frame_and_loads_nothing_from_elsewhere(string method, string path)
    {
        await running.Api.SentAsync(ScoreFile.Whole(Agency, 70m));

        using var answer = await SendAsync(method, path);

        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        var policy = Header(answer, "Content-Security-Policy");
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Contains("Authorization", Header(answer, "Vary"), StringComparison.Ordinal);
        Assert.NotEqual("", Header(answer, "Cache-Control"));
    }

    [Theory]
    [InlineData("/api/v1/frameworks", false, "no-cache")]
    [InlineData(Result, false, "no-cache")]
    [InlineData(Result, true, "no-store")]
    [InlineData("/api/v1/keys", false, "no-store")]
    [InlineData("/api/v1/keys", true, "no-store")]
    [InlineData("/api/v1/nothing", false, "no-store")]
    [InlineData("/api/app/", false, "no-store")]
    [InlineData("/api/app/assets/other/app.css", false, "no-cache")]
    public async Task Only_what_needs_no_key_may_be_cached_and_only_if_asked_for_again(string path, bool withKey, string expected)
    {
        await running.Api.SentAsync(ScoreFile.Whole(Agency, 70m));

        using var answer = await SendAsync("GET", path, withKey ? AppOnHost.Key : null);

        Assert.Equal(expected, Header(answer, "Cache-Control"));
    }

    [Theory]
    [InlineData("https://ita.example.go.th", "max-age=31536000")]
    [InlineData("http://localhost:7071", "")]
    public async Task Browsers_keep_to_https_where_the_public_address_is_https(string address, string expected)
    {
        await using var app = await AppInProcess.StartAsync(running.ConnectionString, ("ITA_PUBLIC_URL", address));

        using var answer = await http.GetAsync(new Uri(app.Address, "/api/health/live"));

        Assert.Equal(expected, Header(answer, "Strict-Transport-Security"));
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(string method, string path, string? key = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return await http.SendAsync(request);
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
}
