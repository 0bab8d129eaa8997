using System.Text.Json.Nodes;
using Ita.LocalHost.App;

namespace Ita.LocalHost.Tests;

/// <summary>
/// Behind a front end the host takes the caller's address from the last entry of X-Forwarded-For, as the Azure Functions host does with
/// the same variable.
/// </summary>
public sealed class FrontEndTests
{
    [Theory]
    [InlineData("true", "203.0.113.9", "203.0.113.9")]
    [InlineData("true", "198.51.100.1, 203.0.113.9", "203.0.113.9")]
    [InlineData("false", "203.0.113.9", "127.0.0.1")]
    public async Task The_function_sees_the_address_that_the_front_end_added(string enabled, string header, string seen)
    {
        using var app = new TestApp(azurite: null, "Web");
        app.Settings["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = enabled;
        await using var host = await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{host.Address.Port}") };
        http.DefaultRequestHeaders.Add("X-Forwarded-For", header);

        Assert.Equal(seen, (string?)JsonNode.Parse(await http.GetStringAsync(new Uri("/api/x", UriKind.Relative)))!["client"]);
    }
}
