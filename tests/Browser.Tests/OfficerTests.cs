using Ita.App.Tests.Hosting;
using Ita.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace Ita.Browser.Tests;

/// <summary>An officer's path through the pages: key, file, result, report.</summary>
[Collection(PageTests.Name)]
public sealed class OfficerTests(RunningApp running, Chromium chromium)
{
    [Theory]
    [InlineData("OFFICER-PHONE", false)]
    [InlineData("OFFICER-DESKTOP", true)]
    public async Task A_valid_file_becomes_a_result_and_a_report(string agency, bool desktop)
    {
        await using var visit = await chromium.VisitAsync(running.App, desktop ? Device.Desktop : Device.Phone);
        await SignInAsync(visit);
        await SendAsync(visit, "scores.csv", ScoreFile.Whole(agency, 91.6m));

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = $"{agency} ปี 2565" }).ClickAsync();
        Assert.Contains("91.60", await visit.Page.Locator("dl.result").InnerTextAsync(), StringComparison.Ordinal);
        await visit.Page.Locator("section[aria-labelledby=indicators] summary").First.ClickAsync();
        Assert.True(await visit.Page.GetByRole(AriaRole.Rowheader, new() { Name = "I1", Exact = true }).IsVisibleAsync());

        await visit.PressAsync("พิมพ์ บันทึกข้อความ เลขไทย");
        var pdf = visit.Page.GetByRole(AriaRole.Link, new() { Name = "เปิด PDF" });
        await Eventually.TrueAsync(() => pdf.IsVisibleAsync(), "the report printed");
        var report = await visit.Page.APIRequest.GetAsync(await pdf.GetAttributeAsync("href") ?? "");
        Assert.Equal(200, report.Status);
        Assert.Equal("application/pdf", report.Headers["content-type"]);
        Assert.StartsWith("%PDF", System.Text.Encoding.ASCII.GetString(await report.BodyAsync())[..4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outdated_report_says_what_changed_and_is_printed_again()
    {
        const string Agency = "OFFICER-OUTDATED";
        await using var visit = await chromium.VisitAsync(running.App, Device.Phone);
        await SignInAsync(visit);
        await running.Api.SentAsync(ScoreFile.Whole(Agency, 91.6m), "outdated.csv");
        await running.Api.PrintedAsync($"reports/2565/{Agency}/memo?digits=thai");
        using var head = await running.Api.PutAsync($"reports/2565/{Agency}/memo/head", """{"addressee":"นายกเทศมนตรี"}""");

        await visit.GoAsync($"/api/app/results/2565/{Agency}");
        Assert.Contains("ไม่เป็นปัจจุบัน หัวหนังสือเปลี่ยนแปลง", await visit.MainAsync(), StringComparison.Ordinal);
        await visit.PressAsync("พิมพ์อีกครั้ง บันทึกข้อความ เลขไทย");

        var current = visit.Page.GetByText("เป็นปัจจุบัน", new() { Exact = true });
        await Eventually.TrueAsync(() => current.IsVisibleAsync(), "the report printed again");
        Assert.DoesNotContain("หัวหนังสือเปลี่ยนแปลง", await visit.MainAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_file_is_answered_line_by_line()
    {
        await using var visit = await chromium.VisitAsync(running.App);
        await SignInAsync(visit);

        await SendAsync(visit, "wrong.csv", "fiscal_year,agency_code,item,score\n2565,WRONG-PAGE,I1,80.00\n2565,WRONG-PAGE,I2,100.01\n");

        var page = await visit.MainAsync();
        Assert.Contains("ไม่รับทั้งไฟล์", page, StringComparison.Ordinal);
        var row = await visit.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "บรรทัด 3" }).InnerTextAsync();
        Assert.Contains("score", row, StringComparison.Ordinal);
        Assert.Contains("100.01", row, StringComparison.Ordinal);
        var errors =
            await visit.Page.APIRequest.GetAsync(await visit.Page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).GetAttributeAsync("href") ?? "");
        Assert.Contains("100.01", await errors.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_can_be_checked_before_it_is_sent_and_nothing_is_stored()
    {
        await using var visit = await chromium.VisitAsync(running.App);
        await SignInAsync(visit);
        await ChooseAsync(visit, ("right.csv", ScoreFile.Whole("CHECKED", 91.6m)), ("wrong.csv", ScoreFile.Of("2565,CHECKED-2,I1,100.01")));

        Assert.Equal(200, await visit.PressAsync("ตรวจก่อน ยังไม่ส่ง"));

        var page = await visit.MainAsync();
        Assert.Contains("ยังไม่ได้บันทึกสิ่งใด", page, StringComparison.Ordinal);
        Assert.Contains("จะรับครบทุกแถว", page, StringComparison.Ordinal);
        Assert.Contains("จะไม่รับทั้งไฟล์", page, StringComparison.Ordinal);
        var result = await visit.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "CHECKED" }).First.InnerTextAsync();
        Assert.Contains("91.60", result, StringComparison.Ordinal);
        Assert.Contains("ผลแรก 88 ข้อ", result, StringComparison.Ordinal);
        Assert.Contains(
            "100.01", await visit.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "บรรทัด 2" }).InnerTextAsync(), StringComparison.Ordinal);
        using var stored = await running.Api.GetAsync("results/2565/CHECKED");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, stored.StatusCode);
    }

    [Fact]
    public async Task Several_files_are_sent_at_once_and_shown_together()
    {
        await using var visit = await chromium.VisitAsync(running.App);
        await SignInAsync(visit);
        await ChooseAsync(
            visit,
            ("one.csv", ScoreFile.Whole("TOGETHER-1", 71m)),
            ("two.csv", ScoreFile.Whole("TOGETHER-2", 72m)),
            ("three.csv", ScoreFile.Of("2565,TOGETHER-3,I1,100.01")));

        await visit.PressAsync("ส่งไฟล์");
        await Eventually.TrueAsync(async () => (await visit.MainAsync()).Contains("อ่านแล้ว 3 จาก 3 ไฟล์", StringComparison.Ordinal), "3 files read");

        var table = visit.Page.GetByRole(AriaRole.Table).First;
        Assert.Equal(["one.csv", "two.csv", "three.csv"], await table.GetByRole(AriaRole.Rowheader).AllInnerTextsAsync());
        Assert.Contains("ไม่รับทั้งไฟล์", await table.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("72.00", (await running.Api.ResultAsync(2565, "TOGETHER-2")).GetProperty("total").GetRawText());
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(21, true)]
    public async Task Twenty_files_are_taken_at_once_and_of_more_none(int count, bool isRefused)
    {
        await using var visit = await chromium.VisitAsync(running.App, Device.Desktop);
        await SignInAsync(visit);
        var before = (await running.Api.JsonAsync("uploads")).GetArrayLength();
        await ChooseAsync(
            visit, [.. Enumerable.Range(1, count).Select(number => ($"{number}.csv", ScoreFile.Of($"2565,MANY-{count},I{number},70.00")))]);

        await visit.PressAsync("ส่งไฟล์");

        Assert.Equal(isRefused, (await visit.MainAsync()).Contains("ไม่เกิน 20 ไฟล์", StringComparison.Ordinal));
        Assert.Equal(before + (isRefused ? 0 : count), (await running.Api.JsonAsync("uploads")).GetArrayLength());
    }

    [Fact]
    public async Task Without_a_key_no_file_can_be_sent_and_a_wrong_key_is_reported()
    {
        await using var visit = await chromium.VisitAsync(running.App);
        await visit.GoAsync("/api/app");
        Assert.Equal(0, await visit.Page.Locator("input[type=file]").CountAsync());

        await visit.Page.GetByLabel("กุญแจ").FillAsync("ita-0000000000000000-nobody");
        Assert.Equal(401, await visit.PressAsync("ใช้กุญแจนี้"));
        Assert.Contains("ไม่รู้จักกุญแจ", await visit.Page.Locator("#key-why").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await visit.Page.Context.CookiesAsync());
    }

    [Fact]
    public async Task A_key_is_protected_from_scripts_and_forgotten_on_request()
    {
        await using var visit = await chromium.VisitAsync(running.App, Device.Desktop);
        await SignInAsync(visit);

        var cookie = Assert.Single(await visit.Page.Context.CookiesAsync());
        Assert.True(cookie.HttpOnly);
        Assert.Equal(SameSiteAttribute.Strict, cookie.SameSite);
        Assert.Equal(-1, cookie.Expires);

        await visit.GoAsync("/api/app/key");
        await visit.PressAsync("เลิกใช้กุญแจ");
        Assert.Empty(await visit.Page.Context.CookiesAsync());
    }

    [Fact]
    public async Task A_draft_opens_with_a_key_and_so_do_its_reports()
    {
        await running.Api.SentAsync(ScoreFile.Whole("OFFICER-DRAFT", 88m), "draft.csv");
        await using var keyed = await AppOnHost.StartAsync(running.ConnectionString, ("ITA_READS", "keyed"));
        await using var visit = await chromium.VisitAsync(keyed);
        const string Page = "/api/app/results/2565/OFFICER-DRAFT";
        const string Report = "/api/v1/reports/2565/OFFICER-DRAFT/memo?format=html";

        Assert.Equal(401, await visit.GoAsync(Page));
        Assert.Equal(401, (await visit.Page.APIRequest.GetAsync(Report)).Status);
        await visit.Page.GetByLabel("กุญแจ").FillAsync(AppOnHost.Key);
        await visit.PressAsync("ใช้กุญแจนี้");

        Assert.EndsWith(Page, visit.Page.Url, StringComparison.Ordinal);
        Assert.Contains("88.00", await visit.MainAsync(), StringComparison.Ordinal);
        Assert.Equal(200, (await visit.Page.APIRequest.GetAsync(Report)).Status);
        // The cookie is accepted for reading only; changes require the key itself.
        Assert.Equal(401, (await visit.Page.APIRequest.PostAsync("/api/v1/results/2565/OFFICER-DRAFT/publish")).Status);
    }

    [Fact]
    public async Task Rankings_can_be_filtered_by_province_and_paged()
    {
        var rows = Enumerable.Range(1, 60)
            .Select(number => $"2564,RANK-{number:00},TOTAL,{70 + (number / 3)}.00,สำนักงานตัวอย่าง {number},จังหวัดทดสอบ\n");
        await running.Api.SentAsync("fiscal_year,agency_code,item,score,agency_name,province\n" + string.Concat(rows), "ranks.csv");
        await using var visit = await chromium.VisitAsync(running.App, Device.Desktop);
        await visit.GoAsync("/api/app/rankings/2564");

        await visit.Page.GetByLabel("จังหวัด").SelectOptionAsync("จังหวัดทดสอบ");
        await visit.PressAsync("แสดง");
        Assert.Equal(51, await visit.Page.GetByRole(AriaRole.Row).CountAsync());
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "ถัดไป" }).ClickAsync();
        Assert.Equal(11, await visit.Page.GetByRole(AriaRole.Row).CountAsync());
        Assert.Contains("หน้า 2 จาก 2", await visit.MainAsync(), StringComparison.Ordinal);
    }

    private static async Task SignInAsync(Visit visit)
    {
        await visit.GoAsync("/api/app");
        await visit.Page.GetByLabel("กุญแจ").FillAsync(AppOnHost.Key);
        await visit.PressAsync("ใช้กุญแจนี้");
    }

    private static Task ChooseAsync(Visit visit, params (string Name, string Csv)[] files) => visit.Page.Locator("#file").SetInputFilesAsync(
        files.Select(file => new FilePayload { Name = file.Name, MimeType = "text/csv", Buffer = ScoreFile.Bytes(file.Csv) }));

    // Waits like a user: the page reloads itself until the file is read.
    private static async Task SendAsync(Visit visit, string name, string csv)
    {
        await visit.Page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = ScoreFile.Bytes(csv) });
        await visit.PressAsync("ส่งไฟล์");
        await Eventually.TrueAsync(async () => !(await visit.MainAsync()).Contains("หน้านี้ปรับเอง", StringComparison.Ordinal), $"{name} read");
    }
}
