using System.Net;
using System.Net.Sockets;
using System.Text;
using Ita.Tests;

namespace Ita.LocalHost.Tests;

public sealed class HttpBodyTests(HttpHost host) : IClassFixture<HttpHost>
{
    private const long FiftyMegabytes = 52_428_800;

    private readonly HttpClient http = host.Http;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_upload_of_50_MB_arrives_whole(bool isChunked)
    {
        using var request = Upload(FiftyMegabytes, isChunked);
        using var response = await http.SendAsync(request);
        Assert.Equal($"{FiftyMegabytes}", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_upload_is_streamed()
    {
        using var body = new DrippingContent();
        var sending = http.PostAsync("/api/upload", body);
        await host.App.UntilLoggedAsync("the upload has begun");
        body.Finish();
        using var response = await sending;
        Assert.Equal("100001", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_response_is_streamed_as_it_is_flushed()
    {
        using var response = await http.GetAsync("/api/stream", HttpCompletionOption.ResponseHeadersRead);
        var stream = await response.Content.ReadAsStreamAsync();
        var first = new byte[5];
        await stream.ReadExactlyAsync(first);
        host.App.Release();
        Assert.Equal("first", Encoding.ASCII.GetString(first));
        Assert.Equal("second", await new StreamReader(stream).ReadToEndAsync());
    }

    [Fact]
    public async Task A_body_above_100_MiB_is_refused()
    {
        using var client = new TcpClient("127.0.0.1", host.Port);
        await client.GetStream().WriteAsync("POST /api/upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 104857601\r\n\r\n"u8.ToArray());
        var answer = new byte[12];
        await client.GetStream().ReadExactlyAsync(answer);
        Assert.Equal("HTTP/1.1 413", Encoding.ASCII.GetString(answer));
    }

    [Fact]
    public async Task A_chunked_body_above_100_MiB_is_refused()
    {
        using var request = Upload(105_000_000, isChunked: true);
        using var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    private static HttpRequestMessage Upload(long size, bool isChunked)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/upload") { Content = new StreamContent(new ZeroStream(size)) };
        request.Headers.TransferEncodingChunked = isChunked;
        request.Content.Headers.ContentLength = isChunked ? null : size;
        return request;
    }
}
