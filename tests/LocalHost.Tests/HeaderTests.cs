using System.Text.Json.Nodes;

namespace Ita.LocalHost.Tests;

/// <summary>Header values that are not ASCII reach the function.</summary>
public sealed class HeaderTests(HttpHost host) : IClassFixture<HttpHost>
{
    public static TheoryData<string, string> Values => new()
    {
        { "Cookie: a=" + RawCall.Utf8("ก"), "a=ก" },
        { "Cookie: ita-key=" + RawCall.Utf8("กุญแจ") + "; b=2", "ita-key=กุญแจ; b=2" },
        { "X-Note: " + RawCall.Utf8("é €"), "é €" },
        { "Authorization: Bearer " + RawCall.Utf8("ข"), "Bearer ข" },
        { "User-Agent: " + RawCall.Utf8("🙂"), "🙂" },
        { "Accept-Language: " + RawCall.Utf8("ไทย"), "ไทย" },
        { "traceparent: " + RawCall.Utf8("ก"), "ก" },
        { "Cookie: a=\u00ff", "a=\ufffd" },
        { "X-Note: \u00e0\u00b8", "\ufffd" },
        { "Referer: \u00a0\u00e9", "\ufffd\ufffd" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_that_is_not_ASCII_reaches_the_function(string header, string value)
    {
        var answer = await RawCall.SendAsync(host.Port, "GET /api/x", $"Host: localhost:{host.Port}", header);
        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        var name = header.Split(':')[0].ToLowerInvariant();
        Assert.Equal(value, (string?)Body(answer)["headers"]![name]);
    }

    private static JsonNode Body(string answer) =>
        JsonNode.Parse(answer[answer.IndexOf('{', StringComparison.Ordinal)..(answer.LastIndexOf('}') + 1)])!;
}
