namespace Ita.LocalHost.Tests;

/// <summary>Which requests a foreign web page could have made a browser send.</summary>
public sealed class LocalCallersTests(HttpHost host) : IClassFixture<HttpHost>
{
    [Theory]
    [InlineData("GET /admin/host/status", "evil.example")]
    [InlineData("GET /admin/host/ping", "evil.example:{port}")]
    [InlineData("POST /admin/functions/Web", "localhost.evil.example")]
    [InlineData("GET /api/x", "evil.example:{port}")]
    [InlineData("GET /api/x", "127.0.0.1.evil.example")]
    [InlineData("GET /", "192.168.1.2")]
    [InlineData("GET /api/x", "")]
    public async Task A_host_name_that_is_not_of_this_machine_is_refused(string start, string name) =>
        Assert.StartsWith("HTTP/1.1 400", await SendAsync(start, name), StringComparison.Ordinal);

    [Theory]
    [InlineData("localhost:{port}")]
    [InlineData("127.0.0.1:{port}")]
    [InlineData("[::1]:{port}")]
    [InlineData("LOCALHOST")]
    public async Task The_names_of_this_machine_are_accepted(string name)
    {
        Assert.StartsWith("HTTP/1.1 200", await SendAsync("GET /admin/host/status", name), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200", await SendAsync("GET /api/x", name), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST /admin/functions/Web", "Origin: https://evil.example")]
    [InlineData("POST /admin/functions/Web", "Origin: null")]
    [InlineData("POST /admin/functions/Web", "Origin: http://localhost:1")]
    [InlineData("POST /admin/functions/Web", "Origin: https://localhost:{port}")]
    [InlineData("POST /admin/functions/Web", "Origin: \u00ff")]
    [InlineData("GET /admin/host/status", "Sec-Fetch-Site: cross-site")]
    [InlineData("GET /admin/host/ping", "Sec-Fetch-Site: same-site")]
    [InlineData("GET /admin/keys", "Origin: https://evil.example")]
    public async Task A_page_of_another_origin_may_not_call_the_host(string start, string header)
    {
        var answer = await SendAsync(start, "localhost:{port}", header);
        Assert.StartsWith("HTTP/1.1 403", answer, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Origin: http://localhost:{port}")]
    [InlineData("Sec-Fetch-Site: none")]
    [InlineData("Sec-Fetch-Site: same-origin")]
    public async Task Its_own_pages_and_a_typed_address_may(string header) =>
        Assert.StartsWith("HTTP/1.1 200", await SendAsync("GET /admin/host/status", "localhost:{port}", header), StringComparison.Ordinal);

    [Fact]
    public async Task Other_names_are_accepted_when_the_setting_names_them()
    {
        using var app = new TestApp(azurite: null, "Web");
        app.Settings["AllowedHosts"] = "localhost; ita.example.org";
        await using var named = await app.StartAsync();
        var port = named.Address.Port;
        Assert.StartsWith("HTTP/1.1 200", await RawCall.SendAsync(port, "GET /api/x", "Host: ita.example.org"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 400", await RawCall.SendAsync(port, "GET /api/x", "Host: x.example.org"), StringComparison.Ordinal);
    }

    private Task<string> SendAsync(string start, string name, params string[] headers) =>
        RawCall.SendAsync(host.Port, start, [.. headers.Prepend($"Host: {name}").Append("Content-Length: 0").Select(WithPort)]);

    private string WithPort(string header) => header.Replace("{port}", $"{host.Port}", StringComparison.Ordinal);
}
