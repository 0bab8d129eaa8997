using System.Net;
using System.Text.Json;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Contract;

/// <summary>HEAD answers as GET does, and a method that an address does not have is answered with 405 and the methods that it has, through
/// the host too.</summary>
[Collection(AppTests.Name)]
public sealed class MethodsTests(RunningApp running) : IDisposable
{
    private readonly HttpClient http =
        PatientClient.Of(running.App.Host.Address);

    [Theory]
    [InlineData("/")]
    [InlineData("/api/health/live")]
    [InlineData("/api/health/ready")]
    [InlineData("/api/health")]
    [InlineData("/api/openapi/v1.json")]
    [InlineData("/api/v1/frameworks")]
    [InlineData("/api/v1/frameworks/2566")]
    [InlineData("/api/v1/templates/scores.csv")]
    [InlineData("/api/v1/schemas/result.json")]
    [InlineData("/api/v1/results/2565/METHODS")]
    [InlineData("/api/v1/results/2565?format=csv")]
    [InlineData("/api/v1/results/2565/METHODS/analysis")]
    [InlineData("/api/v1/results/2599/METHODS")]
    [InlineData("/api/v1/results/2565/NONE-OF-THESE")]
    [InlineData("/api/v1/keys")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v1/rankings/2565?pageSize=0")]
    [InlineData("/api/app")]
    [InlineData("/api/app/key")]
    [InlineData("/api/app/rankings/2565")]
    [InlineData("/api/app/results/2565/METHODS")]
    [InlineData("/api/app/nothing")]
    [InlineData("/nothing")]
    public async Task HEAD_answers_as_GET_without_a_body(string path)
    {
        await running.Api.SentAsync(ScoreFile.Whole("METHODS", 70m));
        using var get = await http.GetAsync(new Uri(path, UriKind.Relative));

        using var head = await SendAsync(HttpMethod.Head, path);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("DELETE", "/api/v1/results/2565/METHODS", "GET, HEAD, OPTIONS")]
    [InlineData("PATCH", "/api/v1/frameworks", "GET, HEAD, OPTIONS")]
    [InlineData("POST", "/api/v1/measures/2565/METHODS", "GET, HEAD, OPTIONS, PUT")]
    [InlineData("PUT", "/api/v1/measures/2565/METHODS/m01", "OPTIONS, PATCH")]
    [InlineData("GET", "/api/v1/measures/2565/METHODS/m01", "OPTIONS, PATCH")]
    [InlineData("GET", "/api/v1/results/2565/METHODS/publish", "OPTIONS, POST")]
    [InlineData("HEAD", "/api/v1/results/2565/METHODS/publish", "OPTIONS, POST")]
    [InlineData("PUT", "/api/v1/uploads", "GET, HEAD, OPTIONS, POST")]
    [InlineData("TRACE", "/api/v1/uploads", "GET, HEAD, OPTIONS, POST")]
    [InlineData("QUERY", "/api/v1/uploads", "GET, HEAD, OPTIONS, POST")]
    [InlineData("POST", "/api/openapi/v1.json", "GET, HEAD, OPTIONS")]
    [InlineData("POST", "/api/health/live", "GET, HEAD, OPTIONS")]
    [InlineData("DELETE", "/api/app", "GET, HEAD, OPTIONS")]
    [InlineData("POST", "/api/app/rankings/2565", "GET, HEAD, OPTIONS")]
    [InlineData("PUT", "/api/app/uploads", "GET, HEAD, OPTIONS, POST")]
    public async Task Another_method_is_refused_with_those_that_the_address_has(string method, string path, string allow)
    {
        using var answer = await SendAsync(new HttpMethod(method), path);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, allow), (answer.StatusCode, string.Join(", ", answer.Content.Headers.Allow)));
        var text = await answer.Content.ReadAsStringAsync();
        if (method == "HEAD")
        {
            Assert.Empty(text);
        }
        else if (path.StartsWith("/api/app", StringComparison.Ordinal))
        {
            Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
            Assert.True(answer.Headers.Contains("Content-Security-Policy"));
        }
        else
        {
            Assert.Equal("method-not-allowed", JsonSerializer.Deserialize<JsonElement>(text).GetProperty("code").GetString());
        }
    }

    [Theory]
    [InlineData("/api/v1/measures/2565/METHODS", "GET, HEAD, OPTIONS, PUT")]
    [InlineData("/api/v1/keys/x", "DELETE, OPTIONS")]
    [InlineData("/api/app/key", "GET, HEAD, OPTIONS, POST")]
    public async Task OPTIONS_lists_the_methods(string path, string allow)
    {
        using var answer = await SendAsync(HttpMethod.Options, path);

        Assert.Equal((HttpStatusCode.NoContent, allow), (answer.StatusCode, string.Join(", ", answer.Content.Headers.Allow)));
    }

    [Theory]
    [InlineData("POST", "/api/v1/nothing")]
    [InlineData("OPTIONS", "/api/v1/nothing/here")]
    [InlineData("DELETE", "/api/app/nothing")]
    [InlineData("PUT", "/nothing")]
    public async Task An_unknown_address_is_not_found_with_any_method(string method, string path)
    {
        using var answer = await SendAsync(new HttpMethod(method), path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Nothing_is_done_by_a_method_that_an_address_does_not_have()
    {
        using var answer = await running.Api.SendAsync(HttpMethod.Put, "results/2565/METHODS/publish", new StringContent("{}"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        return await http.SendAsync(request);
    }
}
