using System.Net.Sockets;
using System.Text;
using Ita.Functions.Tests.Hosting;

namespace Ita.Functions.Tests.Contract;

/// <summary>No address of the public port leads to an invocation. Sent byte by byte, for a client would mend the path first.</summary>
[Collection(AppTests.Name)]
public sealed class PublicPortTests(RunningApp running)
{
    // An annual run asked for by a stranger would show in the answer.
    private static readonly string Body = PayloadFiles.Text("timer.json");

    public static TheoryData<string> Disguises =>
    [
        "/AnnualRun", "//AnnualRun", "/./AnnualRun", "/api/AnnualRun", "/api//AnnualRun", "/api/../AnnualRun", "/api/./../AnnualRun",
        "/api/%2e%2e/AnnualRun", "/api/%2E%2E/AnnualRun", "/api/.%2e/AnnualRun", "/api/%252e%252e/AnnualRun", "/api/..%2fAnnualRun",
        "/api/..%2FAnnualRun", "/api/..%5cAnnualRun", "/api/..\\AnnualRun", "/api/v1/../../AnnualRun", "/api/health/../../AnnualRun", "/api;/../AnnualRun",
    ];

    [Theory, MemberData(nameof(Disguises))]
    public async Task An_invocation_cannot_be_reached(string path)
    {
        var answer = await SendAsync(path);

        Assert.Matches("^HTTP/1.1 4[0-9][0-9] ", answer);
        Assert.DoesNotContain("Outputs", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_function_name_under_the_prefix_is_nothing_but_an_unknown_address()
    {
        foreach (var function in FunctionFile.All.Where(function => !function.IsHttp))
        {
            Assert.StartsWith("HTTP/1.1 404 ", await SendAsync($"/api/{function.Function}"), StringComparison.Ordinal);
        }
    }

    private async Task<string> SendAsync(string path)
    {
        using var client = new TcpClient("127.0.0.1", running.App.Host.Address.Port);
        await using var stream = client.GetStream();
        var request = $"POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
