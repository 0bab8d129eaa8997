using Ita.App.Tests.Hosting;
using Ita.Browser.Tests.Browsing;
using Ita.Tests;
using Microsoft.Playwright;

namespace Ita.Browser.Tests;

/// <summary>An officer's year after the result: plan of measures, settings, follow-up with a link and a picture, and the documents with all of
/// them.</summary>
[Collection(PageTests.Name)]
public sealed class PlanTests(RunningApp running, Chromium chromium)
{
    [Theory]
    [InlineData("PLANNED-PHONE", false, false)]
    [InlineData("PLANNED-DESKTOP", true, true)]
    public async Task Plan_settings_and_follow_up_are_filled_in_and_printed(string agency, bool desktop, bool script)
    {
        await running.Api.SentAsync(ScoreFile.Whole(agency, 72m), $"{agency}.csv");
        await using var visit = await chromium.VisitAsync(running.App, (desktop ? Device.Desktop : Device.Phone) with { JavaScript = script });
        await visit.SignInAsync();
        await visit.GoAsync($"/api/app/results/2565/{agency}");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "แผนมาตรการและการติดตาม" }).ClickAsync();

        await PlanAsync(visit);
        await FollowUpAsync(visit);
        await visit.GoAsync($"/api/app/settings/2565/{agency}");
        await visit.Page.GetByLabel("ส่วนราชการ").FillAsync("สำนักปลัดของการทดสอบ");
        await visit.PressAsync("บันทึก");
        Assert.Contains("บันทึกแล้ว", await visit.MainAsync(), StringComparison.Ordinal);

        await visit.GoAsync($"/api/v1/reports/2565/{agency}/measures?format=html&digits=arabic");
        Assert.Contains("มาตรการที่เจ้าหน้าที่เขียนเอง", await visit.Page.InnerTextAsync("body"), StringComparison.Ordinal);
        await visit.GoAsync($"/api/v1/reports/2565/{agency}/follow-up?format=html&digits=arabic");
        var report = await visit.Page.InnerTextAsync("body");
        Assert.Contains("อบรมแล้วสองรุ่น", report, StringComparison.Ordinal);
        Assert.Contains("https://www.example.go.th/2566/training.pdf", report, StringComparison.Ordinal);
        Assert.True(await visit.Page.GetByAltText("ภาพการอบรม").CountAsync() > 0);
        await visit.GoAsync($"/api/v1/reports/2565/{agency}/memo?format=html&digits=arabic");
        Assert.Contains("สำนักปลัดของการทดสอบ", await visit.Page.InnerTextAsync("body"), StringComparison.Ordinal);
    }

    // Two measures of the library, and one that the officer wrote and put first.
    private static async Task PlanAsync(Visit visit)
    {
        var offers = visit.Page.Locator("input[name=template]");
        await offers.Nth(0).CheckAsync();
        await offers.Nth(1).CheckAsync();
        await visit.PressAsync("เพิ่มมาตรการที่เลือก");
        Assert.Contains("2 มาตรการ", await visit.MainAsync(), StringComparison.Ordinal);

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "เขียนมาตรการเอง" }).ClickAsync();
        await visit.PressAsync("บันทึก");
        Assert.Contains("ยังไม่ได้กรอกมาตรการ", await visit.MainAsync(), StringComparison.Ordinal);
        await visit.Page.GetByLabel("มาตรการ", new() { Exact = false }).First.FillAsync("มาตรการที่เจ้าหน้าที่เขียนเอง");
        await visit.Page.Locator("input[name=items]").First.CheckAsync();
        await visit.PressAsync("บันทึก");
        Assert.Contains("3 มาตรการ", await visit.MainAsync(), StringComparison.Ordinal);
        await visit.PressAsync("เลื่อนมาตรการที่ 3 ขึ้น");
        await visit.PressAsync("เลื่อนมาตรการที่ 2 ขึ้น");
        Assert.Contains("มาตรการที่เจ้าหน้าที่เขียนเอง", await visit.Page.GetByRole(AriaRole.Row).Nth(1).InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task FollowUpAsync(Visit visit)
    {
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "ติดตาม มาตรการที่ 1" }).ClickAsync();
        await visit.Page.GetByLabel("สถานะ").SelectOptionAsync("started");
        await visit.Page.Locator("[name='reports[0].date']").FillAsync("2023-03-20");
        await visit.Page.Locator("[name='reports[0].percent']").FillAsync("50");
        await visit.Page.Locator("[name='reports[0].result']").FillAsync("อบรมแล้วสองรุ่น");
        await visit.Page.Locator("[name='evidence[0].url']").FillAsync("https://www.example.go.th/2566/training.pdf");
        await visit.PressAsync("บันทึก");
        Assert.Contains("บันทึกแล้ว", await visit.MainAsync(), StringComparison.Ordinal);
        await visit.Page.Locator("#file").SetInputFilesAsync(
            new FilePayload { Name = "training.png", MimeType = "image/png", Buffer = PictureFiles.Png(320, 200) });
        await visit.Page.GetByLabel("คำบรรยายภาพ").FillAsync("ภาพการอบรม");
        await visit.PressAsync("เพิ่มภาพ");
        Assert.True(await visit.Page.GetByAltText("ภาพการอบรม").IsVisibleAsync());
    }
}
