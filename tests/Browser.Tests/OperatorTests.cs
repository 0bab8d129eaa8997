using Ita.App.Tests.Hosting;
using Ita.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace Ita.Browser.Tests;

/// <summary>An operator's path through the pages: from the desk to keys, the audit log and the system; and a reader's search.</summary>
[Collection(PageTests.Name)]
public sealed class OperatorTests(RunningApp running, Chromium chromium)
{
    public static TheoryData<Device> Devices => Device.Two;

    [Theory, MemberData(nameof(Devices))]
    public async Task A_key_is_made_shown_once_revoked_and_found_in_the_audit_log(Device device)
    {
        var note = $"ทดสอบ {device.Width}";
        await using var visit = await chromium.VisitAsync(running.App, device);
        await visit.SignInAsync();
        await visit.GoAsync("/api/app/desk");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "กุญแจทั้งหมด" }).ClickAsync();

        await visit.Page.GetByLabel("สิทธิ์").SelectOptionAsync("assessor");
        await visit.Page.GetByLabel("หมายเหตุ").FillAsync(note);
        Assert.Equal(201, await visit.PressAsync("ออกกุญแจ"));
        var key = (await visit.Page.Locator(".secret").InnerTextAsync()).Trim();
        Assert.StartsWith("ita-", key, StringComparison.Ordinal);

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "กลับไปหน้ากุญแจทั้งหมด" }).ClickAsync();
        Assert.DoesNotContain(key, await visit.MainAsync(), StringComparison.Ordinal);
        var row = visit.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = note });
        await row.Locator("summary").ClickAsync();
        await row.GetByLabel("เหตุผล").FillAsync("เลิกใช้");
        await row.GetByRole(AriaRole.Button, new() { Name = "เพิกถอนกุญแจ" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Status).WaitForAsync();
        Assert.Contains("เพิกถอนแล้ว", await row.InnerTextAsync(), StringComparison.Ordinal);

        await visit.GoAsync("/api/app/audit");
        await visit.Page.GetByLabel("รายการ").SelectOptionAsync("key-revoked");
        await visit.PressAsync("แสดง");
        Assert.Contains(key.Split('-')[1], await visit.MainAsync(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Devices))]
    public async Task A_reader_finds_a_published_result_from_the_first_page(Device device)
    {
        var agency = $"READER-{device.Width}";
        await running.Api.SentAsync(
            $"fiscal_year,agency_code,agency_name\n2564,{agency},สำนักผู้อ่าน {device.Width}\n", $"{agency}-name.csv");
        await running.Api.SentAsync($"fiscal_year,agency_code,item,score\n2564,{agency},TOTAL,88.00\n", $"{agency}.csv");
        using var published = await running.Api.PostAsync($"results/2564/{agency}/publish", new StringContent("""{"reason":"ครบกำหนด"}"""));
        await using var visit = await chromium.VisitAsync(running.App, device);
        await visit.GoAsync("/");

        await visit.Page.GetByLabel("ชื่อหรือรหัสหน่วยงาน").FillAsync($"ผู้อ่าน {device.Width}");
        await visit.Page.GetByRole(AriaRole.Search).GetByLabel("ปีงบประมาณ").SelectOptionAsync("2564");
        await visit.PressAsync("ค้นหา");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = $"สำนักผู้อ่าน {device.Width}" }).ClickAsync();

        Assert.Contains("88.00", await visit.Page.Locator("dl.result").InnerTextAsync(), StringComparison.Ordinal);
    }
}
