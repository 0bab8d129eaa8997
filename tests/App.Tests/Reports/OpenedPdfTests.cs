using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Reports;

/// <summary>A PDF opens in the browser, and is saved there under year, agency and kind.</summary>
[Collection(AppTests.Name)]
public sealed class OpenedPdfTests(RunningApp running)
{
    [Theory]
    [InlineData("format=pdf", "inline", "pdf")]
    [InlineData("format=docx", "attachment", "docx")]
    public async Task A_document_has_its_name_and_a_pdf_is_shown(string query, string disposition, string ending)
    {
        await running.Api.SentAsync(ScoreFile.Whole("OPENED", 80m));
        await running.Api.PrintedAsync("reports/2565/OPENED/memo");

        using var answer = await running.Api.GetAsync($"reports/2565/OPENED/memo?{query}");

        var stated = answer.Content.Headers.ContentDisposition!;
        Assert.Equal((disposition, $"2565-OPENED-memo.{ending}"), (stated.DispositionType, stated.FileName));
    }

    [Fact]
    public async Task The_policy_of_a_pdf_lets_the_browser_embed_its_viewer_and_nothing_else()
    {
        await running.Api.SentAsync(ScoreFile.Whole("OPENED", 80m));
        await running.Api.PrintedAsync("reports/2565/OPENED/memo");

        using var answer = await running.Api.GetAsync("reports/2565/OPENED/memo?format=pdf");

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; object-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
    }
}
