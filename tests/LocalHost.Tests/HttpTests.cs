using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Ita.Tests;

namespace Ita.LocalHost.Tests;

public sealed class HttpTests : IAsyncLifetime, IDisposable
{
    private readonly TestApp app = new();
    private readonly HttpClient http = new();
    private FunctionsHost host = null!;

    public async Task InitializeAsync()
    {
        app.Settings["GREETING"] = "สวัสดี";
        host = await app.Http().StartAsync();
        http.BaseAddress = host.Address;
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    public void Dispose()
    {
        http.Dispose();
        app.Dispose();
    }

    [Fact]
    public async Task A_request_reaches_the_handler_unchanged()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/%E0%B8%81%20b?a=1&a=2&b") { Content = new StringContent("เนื้อหา") };
        request.Headers.TransferEncodingChunked = true;
        var seen = await SendAsync(request);
        Assert.Equal(("PUT", "/api/v1/%E0%B8%81%20b?a=1&a=2&b", "เนื้อหา"), ((string?)seen["method"], (string?)seen["url"], (string?)seen["body"]));
    }

    [Fact]
    public async Task A_caller_cannot_forge_the_headers_of_the_host()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/x");
        string[] names = ["X-Azure-Functions-InvocationId", "X-Azure-Functions-HostVersion", "x-ms-invocation-id"];
        Array.ForEach(names, name => request.Headers.Add(name, "forged"));
        var headers = (await SendAsync(request))["headers"]!;
        Assert.All(names, name => Assert.DoesNotContain("forged", (string?)headers[name.ToLowerInvariant()] ?? "forged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_response_is_streamed()
    {
        using var response = await http.GetAsync(new Uri("/api/drip", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        var stream = await response.Content.ReadAsStreamAsync();
        var first = new byte[5];
        await stream.ReadExactlyAsync(first);
        await http.GetAsync("/api/drop");
        Assert.Equal("first", Encoding.ASCII.GetString(first));
        Assert.Equal("second", await new StreamReader(stream).ReadToEndAsync());
    }

    [Fact]
    public async Task A_request_is_streamed()
    {
        using var body = new DrippingContent();
        var sending = http.PostAsync("/api/gulp", body);
        await Eventually.TrueAsync(() => app.Log.Contains("gulped", StringComparison.Ordinal), "the first byte at the handler");
        body.Finish();
        Assert.Equal(HttpStatusCode.OK, (await sending).StatusCode);
    }

    [Fact]
    public async Task The_handler_inherits_the_traps_of_the_image_and_the_settings()
    {
        var environment = JsonNode.Parse(await http.GetStringAsync("/api/x"))!["environment"]!;
        Assert.Equal("http://+:80", (string?)environment["ASPNETCORE_URLS"]);
        Assert.Equal("/azure-functions-host", (string?)environment["ASPNETCORE_CONTENTROOT"]);
        Assert.Equal("สวัสดี", (string?)environment["GREETING"]);
    }

    [Theory]
    [InlineData("GET", "/", HttpStatusCode.NoContent)]
    [InlineData("POST", "/Ingest", HttpStatusCode.NotFound)]
    [InlineData("GET", "/runtime/webhooks/blobs", HttpStatusCode.NotFound)]
    [InlineData("GET", "/admin/host/ping", HttpStatusCode.OK)]
    [InlineData("GET", "/admin/host/status", HttpStatusCode.OK)]
    [InlineData("POST", "/admin/functions/Nobody", HttpStatusCode.NotFound)]
    public async Task Paths_outside_the_prefix_are_the_hosts_own(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        Assert.Equal(status, (await http.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("/api/../Ingest")]
    [InlineData("/api/%2e%2e/Ingest")]
    [InlineData("/api/%252e%252e/Ingest")]
    [InlineData("/api/..%2fIngest")]
    [InlineData("/api/..\\Ingest")]
    [InlineData("/api/x/..%5c..%5cIngest")]
    [InlineData("//Ingest")]
    [InlineData("/api//../../Ingest")]
    public async Task No_path_from_outside_reaches_an_invocation_endpoint(string path)
    {
        Assert.NotEmpty(await RawAsync(host.Address.Port, path));
        Assert.Empty(app.Calls);
    }

    [Fact]
    public async Task A_body_above_100_MiB_is_refused()
    {
        using var client = new TcpClient("127.0.0.1", host.Address.Port);
        var head = "POST /api/x HTTP/1.1\r\nHost: x\r\nContent-Length: 104857601\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        var answer = new byte[12];
        await client.GetStream().ReadExactlyAsync(answer);
        Assert.Equal("HTTP/1.1 413", Encoding.ASCII.GetString(answer));
    }

    [Fact]
    public async Task A_chunked_body_above_100_MiB_is_refused()
    {
        using var body = new StreamContent(new ZeroStream(105_000_000));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/x") { Content = body };
        request.Headers.TransferEncodingChunked = true;
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_handler_that_ended_with_0_stays_dead_and_every_call_fails()
    {
        Assert.Equal(HttpStatusCode.InternalServerError, (await http.GetAsync("/api/exit/0")).StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, (await http.GetAsync("/api/x")).StatusCode);
        Assert.Contains("exit code 0: the host does nothing", app.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/exit/200")]
    [InlineData("/api/exit/1")]
    [InlineData("/api/orphan")]
    public async Task A_handler_that_ended_otherwise_is_back_for_the_next_call(string path)
    {
        var before = host.HandlerProcessId;
        Assert.Equal(HttpStatusCode.InternalServerError, (await http.GetAsync(path)).StatusCode);
        var again = await http.GetAsync("/api/x");
        Assert.True(again.IsSuccessStatusCode, app.Log);
        Assert.NotEqual(before, host.HandlerProcessId);
    }

    [Fact]
    public async Task The_third_error_stops_the_host()
    {
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await http.GetAsync("/api/exit/1");
        }

        await Assert.ThrowsAsync<Handling.HandlerFailedException>(() => host.Completion);
    }

    private static async Task<string> RawAsync(int port, string path)
    {
        using var client = new TcpClient("127.0.0.1", port);
        var text = $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 37\r\nConnection: close\r\n\r\n{{\"Data\":{{\"job\":\"b2s=\"}},\"Metadata\":{{}}}}";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));
        return await new StreamReader(client.GetStream()).ReadToEndAsync();
    }

    private async Task<JsonNode> SendAsync(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
