using Ita.App.Tests.Hosting;
using Ita.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace Ita.Browser.Tests;

/// <summary>An assessor with the 142 bodies of a province, of which 3 sent nothing: who they are, a run, and the publication of all drafts.</summary>
[Collection(PageTests.Name)]
public sealed class AssessorTests(RunningApp running, Chromium chromium)
{
    private const string Province = "จังหวัดของผู้ประเมิน";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_year_of_142_bodies_is_done_in_the_browser(bool script)
    {
        var prefix = script ? "BODYA" : "BODYB";
        var province = Province + prefix;
        await running.Api.SentAsync(Registry(prefix, province), $"{prefix}-registry.csv");
        var totals = await running.Api.SentAsync(Totals(prefix), $"{prefix}-totals.csv");
        Assert.StartsWith("accepted", totals.GetProperty("status").GetString(), StringComparison.Ordinal);
        await using var visit = await chromium.VisitAsync(running.App, Device.Desktop with { JavaScript = script });
        await visit.SignInAsync();

        var list = $"/api/app/agencies/2564?province={province}";
        await visit.GoAsync(list);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "ยังไม่ส่ง 3", Exact = true }).ClickAsync();
        await visit.Page.GetByText("3 หน่วยงาน", new() { Exact = true }).WaitForAsync();
        Assert.Equal(4, await visit.Page.GetByRole(AriaRole.Row).CountAsync());
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = $"{prefix}-142" }).ClickAsync();
        Assert.Contains("แบบฟอร์มของหน่วยงาน", await visit.MainAsync(), StringComparison.Ordinal);

        await RunAsync(visit, province);
        await PauseAsync(visit, province);

        await visit.GoAsync(list);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "ประกาศผลร่างตามที่กรอง 139 หน่วยงาน" }).ClickAsync();
        await visit.Page.GetByLabel("เหตุผล").FillAsync("ครบกำหนดประกาศ");
        await visit.PressAsync("ประกาศ 139 หน่วยงาน");
        var published = await visit.MainAsync();
        Assert.Contains("ประกาศแล้ว 139 หน่วยงาน", published, StringComparison.Ordinal);
        Assert.Contains("ร่าง 0", published, StringComparison.Ordinal);
    }

    private static async Task RunAsync(Visit visit, string province)
    {
        await visit.GoAsync("/api/app/runs");
        await visit.Page.GetByLabel("ปีงบประมาณ").SelectOptionAsync("2564");
        await visit.Page.GetByLabel("จังหวัด").SelectOptionAsync(province);
        await visit.Page.GetByLabel("รายงานการวิเคราะห์").UncheckAsync();
        await visit.Page.GetByLabel("สรุป").UncheckAsync();

        await visit.Page.GetByLabel("คำนวณคะแนนใหม่").CheckAsync();
        await visit.PressAsync("เริ่มงาน");
        Assert.Contains(province, await visit.MainAsync(), StringComparison.Ordinal);
        await Eventually.TrueAsync(
            async () =>
            {
                await visit.Page.ReloadAsync();
                return (await visit.MainAsync()).Contains("เสร็จแล้ว", StringComparison.Ordinal);
            },
            "the run finished");
        Assert.Contains("142 จาก 142 รายการ", await visit.MainAsync(), StringComparison.Ordinal);
        var manifest = await visit.Page.APIRequest.GetAsync(
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "รายการทั้งหมด (CSV)" }).GetAttributeAsync("href") ?? "");
        Assert.Equal(200, manifest.Status);
    }

    // The documents of 142 bodies take much longer to print than the pages to open.
    private static async Task PauseAsync(Visit visit, string province)
    {
        await visit.GoAsync("/api/app/runs");
        await visit.Page.GetByLabel("ปีงบประมาณ").SelectOptionAsync("2564");
        await visit.Page.GetByLabel("จังหวัด").SelectOptionAsync(province);
        await visit.Page.GetByLabel("สรุป").UncheckAsync();
        await visit.PressAsync("เริ่มงาน");

        foreach (var (button, state) in new[] { ("หยุดพัก", "หยุดพัก"), ("ทำต่อ", "กำลัง"), ("ยกเลิกงาน", "ยกเลิกแล้ว") })
        {
            await visit.PressAsync(button);
            Assert.Contains(state, await visit.Page.Locator("main .badge").First.InnerTextAsync(), StringComparison.Ordinal);
        }
    }

    private static string Registry(string prefix, string province) => "fiscal_year,agency_code,agency_name,agency_type,province\n"
        + string.Concat(Numbers(142).Select(number => $"2564,{prefix}-{number:000},{prefix}-{number:000},องค์การบริหารส่วนตำบล,{province}\n"));

    private static string Totals(string prefix) => "fiscal_year,agency_code,item,score\n"
        + string.Concat(Numbers(139).Select(number => $"2564,{prefix}-{number:000},TOTAL,{60 + (number / 4)}.00\n"));

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(1, count);
}
