using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Ita.LocalHost.Tests;

public sealed class HttpTests(HttpHost host) : IClassFixture<HttpHost>
{
    private readonly HttpClient http = host.Http;

    [Fact]
    public async Task A_request_reaches_the_function_unchanged()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/%E0%B8%81%20b?a=1&a=2&b") { Content = new StringContent("เนื้อหา") };
        request.Headers.TransferEncodingChunked = true;
        var seen = await SendAsync(request);
        Assert.Equal($"http://localhost:{host.Port}/api/v1/%E0%B8%81%20b?a=1&a=2&b", (string?)seen["address"]);
        Assert.Equal(("PUT", "v1/ก b", "เนื้อหา"), ((string?)seen["method"], (string?)seen["path"], (string?)seen["body"]));
    }

    [Theory]
    [InlineData("PUT", "/api/items/5/x", "5:x")]
    [InlineData("DELETE", "/api/items/ก", "ก:")]
    public async Task Route_values_reach_the_function_as_text(string method, string path, string answer)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await http.SendAsync(request);
        Assert.Equal(answer, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_method_that_a_route_does_not_take_goes_to_the_next_route() =>
        Assert.Equal("items/5/x", (string?)JsonNode.Parse(await http.GetStringAsync("/api/items/5/x"))!["path"]);

    [Theory]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-Forwarded-Proto", "gopher")]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("x-ms-invocation-id", "forged")]
    public async Task A_client_cannot_forge_the_headers_of_the_host(string name, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/x");
        request.Headers.Add(name, value);
        Assert.DoesNotContain(value, (await SendAsync(request)).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trace_of_a_client_reaches_the_function()
    {
        const string Trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/x");
        request.Headers.Add("traceparent", Trace);
        Assert.Equal(Trace[..35], ((string?)(await SendAsync(request))["traceParent"])?[..35]);
    }

    [Fact]
    public async Task The_worker_inherits_the_settings_even_those_with_a_dot_in_their_name()
    {
        var environment = JsonNode.Parse(await http.GetStringAsync("/api/x"))!["environment"]!;
        Assert.Equal(("สวัสดี", "kept"), ((string?)environment["GREETING"], (string?)environment["Dotted.Name"]));
        Assert.Equal(TestApp.WorkerFolder, (string?)environment["FUNCTIONS_APPLICATION_DIRECTORY"]);
    }

    [Fact]
    public async Task A_function_that_throws_answers_500_with_no_body_and_its_exception_is_logged()
    {
        using var response = await http.GetAsync("/api/throw");
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Contains("InvalidOperationException: The order was to fail.", host.App.Log, StringComparison.Ordinal);
        Assert.Contains("Executed 'Web' (Failed", host.App.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_throws_late_cannot_take_back_what_it_sent()
    {
        using var response = await http.GetAsync("/api/throw-late", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await host.App.UntilLoggedAsync("The order was to fail late.");
    }

    [Fact]
    public async Task A_client_that_leaves_cancels_the_function_and_is_no_error()
    {
        using var leaving = new CancellationTokenSource();
        var waiting = http.GetAsync("/api/wait", leaving.Token);
        await host.App.UntilCalledAsync("waiting");
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await host.App.UntilCalledAsync("both cancelled");
        await host.App.UntilLoggedAsync("Executed 'Web' (Cancelled, the client has gone");
    }

    [Theory]
    [InlineData("GET", "/", HttpStatusCode.NoContent)]
    [InlineData("POST", "/Work", HttpStatusCode.NotFound)]
    [InlineData("GET", "/apix/y", HttpStatusCode.NotFound)]
    [InlineData("GET", "/runtime/webhooks/blobs", HttpStatusCode.NotFound)]
    [InlineData("GET", "/admin/host/ping", HttpStatusCode.OK)]
    [InlineData("GET", "/admin/host/status", HttpStatusCode.OK)]
    [InlineData("POST", "/admin/functions/Unknown", HttpStatusCode.BadRequest)]
    public async Task Paths_outside_the_prefix_are_the_hosts_own(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await http.SendAsync(request);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task A_function_that_is_not_there_cannot_be_run_by_hand()
    {
        using var response = await http.PostAsync("/admin/functions/Unknown", JsonContent.Create(new { input = "" }));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<JsonNode> SendAsync(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
