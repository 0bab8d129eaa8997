using Ita.App.Tests.Hosting;
using Ita.Browser.Tests.Browsing;

namespace Ita.Browser.Tests;

/// <summary>A citizen scans the code of a printed document and reads whether it is genuine.</summary>
[Collection(PageTests.Name)]
public sealed class ScannedSealTests(RunningApp running, Chromium chromium)
{
    [Fact]
    public async Task The_printed_code_opens_a_page_that_says_whether_the_document_is_current_and_leads_to_the_current_one()
    {
        const string Agency = "SCANNED-BY-PHONE";
        const string Report = $"reports/2565/{Agency}/memo";
        await running.Api.SentAsync(ScoreFile.Whole(Agency, 87m), "scanned.csv");
        await running.Api.PrintedAsync(Report);
        using var pdf = await running.Api.GetAsync($"{Report}?format=pdf");
        var address = await PrintedCode.ScannedAsync(await pdf.Content.ReadAsByteArrayAsync());
        await using var visit = await chromium.VisitAsync(running.App, Device.Phone);

        await visit.GoAsync(address.AbsolutePath);
        Assert.Contains("ตรานี้เป็นของจริงและเป็นฉบับปัจจุบัน", await visit.MainAsync(), StringComparison.Ordinal);
        Assert.Contains(Agency, await visit.MainAsync(), StringComparison.Ordinal);
        await running.Api.SentAsync(ScoreFile.Whole(Agency, 88m), "scanned-corrected.csv");
        await running.Api.PrintedAsync(Report);

        await visit.GoAsync(address.AbsolutePath);
        Assert.Contains("มีฉบับใหม่แทนแล้ว", await visit.MainAsync(), StringComparison.Ordinal);
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "ตรวจสอบฉบับใหม่" }).ClickAsync();
        Assert.Contains("ตรานี้เป็นของจริงและเป็นฉบับปัจจุบัน", await visit.MainAsync(), StringComparison.Ordinal);
    }
}
