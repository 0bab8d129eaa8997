using System.Text.Json.Nodes;

namespace Ita.LocalHost.Tests;

/// <summary>The losses of enableForwardingHttpRequest, so that a handler can be tested against them.</summary>
public sealed class ForwardingTests : IAsyncLifetime, IDisposable
{
    private readonly TestApp app = new() { HttpMode = HttpMode.Forwarding };
    private readonly HttpClient http = new();
    private FunctionsHost host = null!;

    public async Task InitializeAsync()
    {
        host = await app.Http().StartAsync();
        http.BaseAddress = host.Address;
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    public void Dispose()
    {
        http.Dispose();
        app.Dispose();
    }

    [Theory]
    [InlineData(false, "body")]
    [InlineData(true, "")]
    public async Task A_chunked_body_is_lost(bool chunked, string seen)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/x") { Content = new StringContent("body") };
        request.Headers.TransferEncodingChunked = chunked;
        Assert.Equal(seen, (string?)(await SendAsync(request))["body"]);
    }

    [Theory]
    [InlineData("/api/x?a=1&a=2&b", "/api/x?a=1,2&b=")]
    [InlineData("/api/x%3Fy/z?a=1", "/api/x?a=1")]
    [InlineData("/api/%E0%B8%81%20b", "/api/%E0%B8%81%20b")]
    public async Task Queries_and_paths_suffer(string sent, string seen)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, sent);
        Assert.Equal(seen, (string?)(await SendAsync(request))["url"]);
    }

    [Fact]
    public async Task The_agent_of_the_host_is_appended_and_the_caller_kept()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/x");
        request.Headers.TryAddWithoutValidation("User-Agent", "browser");
        var headers = (await SendAsync(request))["headers"]!;
        Assert.Equal("browser Azure-Functions-Host/4.1037.0.0", (string?)headers["user-agent"]);
        Assert.Equal(host.Address.Authority, (string?)headers["host"]);
    }

    private async Task<JsonNode> SendAsync(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
