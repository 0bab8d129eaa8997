using System.Net;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.EndToEnd;

/// <summary>The page that a browser gets at the address of a seal, and the comparison of a PDF file with its print.</summary>
[Collection(AppTests.Name)]
public sealed class VerifyPageTests(RunningApp running) : IDisposable
{
    // What a browser sends for the address of a QR code.
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private readonly HttpClient http = PatientClient.Of(running.App.Host.Address, follows: true);

    [Theory]
    [InlineData(Browser, "text/html")]
    [InlineData("text/html", "text/html")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("text/html;q=0", "application/json")]
    [InlineData(null, "application/json")]
    public async Task A_browser_gets_a_page_and_a_program_json(string? accept, string expected)
    {
        var id = await PrintedAsync("VERIFYPAGE");

        using var answer = await SendAsync(HttpMethod.Get, $"/api/v1/verify/{id}", accept);
        using var unknown = await SendAsync(HttpMethod.Get, $"/api/v1/verify/{new string('0', 32)}", accept);

        Assert.Equal((HttpStatusCode.OK, expected), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal((HttpStatusCode.NotFound, expected), (unknown.StatusCode, unknown.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task The_page_names_the_document_and_is_shown_in_no_frame()
    {
        var id = await PrintedAsync("VERIFYNAMED");

        using var answer = await SendAsync(HttpMethod.Get, $"/api/v1/verify/{id}", Browser);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Contains("ตรานี้เป็นของจริงและเป็นฉบับปัจจุบัน", page, StringComparison.Ordinal);
        Assert.Contains("VERIFYNAMED", page, StringComparison.Ordinal);
        Assert.Contains("รายงานการวิเคราะห์ผลการประเมิน", page, StringComparison.Ordinal);
        Assert.Contains("style-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "ไฟล์นี้เป็นของจริงและเป็นฉบับปัจจุบัน")]
    [InlineData(true, "ไฟล์นี้ไม่ตรงกับที่ระบบพิมพ์")]
    public async Task A_file_is_compared_with_what_was_printed(bool isAltered, string expected)
    {
        var id = await PrintedAsync("VERIFYFILE");
        using var printed = await running.Api.GetAsync("reports/2565/VERIFYFILE/analysis?format=pdf");
        var pdf = await printed.Content.ReadAsByteArrayAsync();
        pdf[^10] ^= (byte)(isAltered ? 1 : 0);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(pdf), "file", "analysis.pdf" } };

        using var answer = await SendAsync(HttpMethod.Post, $"/api/app/verify/{id}", Browser, form);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(expected, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_a_file_is_refused()
    {
        using var form = new MultipartFormDataContent { { new StringContent("x"), "other" } };

        using var answer = await SendAsync(HttpMethod.Post, $"/api/app/verify/{new string('0', 32)}", Browser, form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    public void Dispose() => http.Dispose();

    private async Task<string> PrintedAsync(string agency)
    {
        await running.Api.SentAsync(ScoreFile.Whole(agency, 87m), $"{agency}.csv");
        return (await running.Api.PrintedAsync($"reports/2565/{agency}/analysis")).Id();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? accept, HttpContent? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body };
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return await http.SendAsync(request);
    }
}
