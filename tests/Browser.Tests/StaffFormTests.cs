using Ita.App.Surveys.Forms;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Surveys;
using Ita.App.Web;
using Ita.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace Ita.Browser.Tests;

/// <summary>The form of the staff (IIT), which requires the agency's code.</summary>
[Collection(PageTests.Name)]
public sealed class StaffFormTests(RunningApp running, Chromium chromium)
{
    private const string Code = "รหัสของหน่วยงาน";
    private const string Start = "เริ่มตอบ";
    private const string Check = "ตรวจคำตอบ";
    private const string Send = "ส่งคำตอบ";

    private static readonly Domain.Responses.QuestionList Form = SurveyCalls.Form("IIT");

    [Theory, MemberData(nameof(Device.All), MemberType = typeof(Device))]
    public async Task A_member_of_staff_answers_and_is_thanked(Device device)
    {
        var (survey, path, code) = await OpenAsync($"STAFF-{device.Width}-{device.JavaScript}");
        await using var visit = await chromium.VisitAsync(running.App, device);

        Assert.Equal(200, await visit.GoAsync(path));
        await StartAsync(visit, code.ToLowerInvariant());
        await visit.FillStepsAsync(Form);
        await visit.PressAsync(Send);

        Assert.EndsWith("/iit/thanks", visit.Page.Url, StringComparison.Ordinal);
        Assert.Contains("ขอบคุณ", await visit.MainAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await survey.GotAsync("IIT"));
    }

    [Theory, MemberData(nameof(Device.Two), MemberType = typeof(Device))]
    public async Task Faults_are_shown_at_their_fields_and_the_answers_are_kept(Device device)
    {
        var (survey, path, code) = await OpenAsync($"STAFF-WRONG-{device.Width}-{device.JavaScript}");
        await using var visit = await chromium.VisitAsync(running.App, device);
        await visit.GoAsync(path);
        Assert.Equal(400, await visit.PressAsync(Start));
        Assert.Contains("ยังไม่ได้ใส่รหัส", await visit.Page.Locator("#code-why").InnerTextAsync(), StringComparison.Ordinal);
        await visit.FillAsync(Code, "AAAA-AAAA-AAAA");
        Assert.Equal(403, await visit.PressAsync(Start));
        await visit.IsFocusedAsync("alert");
        Assert.Contains("ไม่ถูกต้อง", await visit.Page.Locator("#code-why").InnerTextAsync(), StringComparison.Ordinal);

        await StartAsync(visit, code);
        Assert.Equal(200, await visit.PressAsync("แสดงทุกข้อในหน้าเดียว"));
        await visit.AnswerAsync(Form, butNot: "I3");
        Assert.Equal(400, await visit.PressAsync(Check));
        await visit.IsFocusedAsync("alert");
        Assert.Equal("ต้องแก้ไข", (await visit.Page.TitleAsync()).Split(':')[0]);
        Assert.Equal(Form.Questions.Length - 1, await visit.AnsweredAsync());

        await visit.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link, new() { Name = "I3" }).ClickAsync();
        Assert.EndsWith("#q-I3", visit.Page.Url, StringComparison.Ordinal);
        await visit.OptionOf(Form.Find("I3")!, 2).CheckAsync();
        Assert.Equal(200, await visit.PressAsync(Check));
        Assert.Equal(0, await survey.GotAsync("IIT"));

        await visit.PressAsync(Send);
        Assert.EndsWith("/iit/thanks", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await survey.GotAsync("IIT"));
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough()
    {
        var (survey, path, code) = await OpenAsync("STAFF-KEYS");
        await using var visit = await chromium.VisitAsync(running.App);
        await visit.GoAsync(path);
        var keys = visit.Page.Keyboard;

        await TabToAsync(visit, "code");
        await keys.TypeAsync(code);
        await keys.PressAsync("Enter");
        foreach (var step in FormStep.All(Form))
        {
            await visit.Page.Locator($"input[name=at][value='{step.Number}']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
            foreach (var question in step.Questions)
            {
                await TabToAsync(visit, $"q-{question.Code}");
                await keys.PressAsync("Space");
                await keys.PressAsync("ArrowDown");
            }

            Assert.Equal(step.Questions.Length, await visit.Page.Locator("input[type=radio][value='2']:checked").CountAsync());
            await keys.PressAsync("Enter");
        }

        await visit.Page.Locator("input[name=at][value=check]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = Send }).FocusAsync();
        await keys.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/iit/thanks");

        Assert.Equal(1, await survey.GotAsync("IIT"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_next_user_of_the_device_finds_none_of_the_answers(bool hasDraft)
    {
        var (_, path, code) = await OpenAsync($"STAFF-SHARED-{hasDraft}");
        await using var visit = await chromium.VisitAsync(running.App, Device.Desktop);
        await visit.GoAsync(path);
        await StartAsync(visit, code);
        if (hasDraft)
        {
            await visit.Page.GetByLabel("เก็บคำตอบร่าง").CheckAsync();
        }

        await visit.FillStepsAsync(Form);
        Assert.Equal(hasDraft ? "1" : "0", await visit.Page.EvaluateAsync<string>("'' + localStorage.length"));
        await visit.PressAsync(Send);
        Assert.Equal("0 0", await visit.Page.EvaluateAsync<string>("sessionStorage.length + ' ' + localStorage.length"));

        for (var back = 0; back < 3; back++)
        {
            await visit.Page.EvaluateAsync("history.back()").ContinueWith(_ => { }, TaskScheduler.Default);
            await visit.Page.WaitForTimeoutAsync(500);
            Assert.Equal(0, await visit.AnsweredAsync());
            Assert.DoesNotContain(Form.Questions[0].Options[0].Label, await visit.Page.ContentAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_draft_is_kept_only_when_it_is_asked_for_and_used_only_when_it_is_chosen()
    {
        var (survey, path, code) = await OpenAsync("STAFF-DRAFT");
        await using var visit = await chromium.VisitAsync(running.App, Device.Phone with { JavaScript = true });
        await visit.GoAsync(path);
        await StartAsync(visit, code);
        await visit.Page.GetByLabel("เก็บคำตอบร่าง").CheckAsync();
        await visit.OptionOf(Form.Questions[0], 3).CheckAsync();
        await visit.OptionOf(Form.Questions[1], 4).CheckAsync();

        await visit.GoAsync(path);
        await StartAsync(visit, code);
        Assert.Equal(0, await visit.AnsweredAsync());

        await visit.GoAsync(path);
        await visit.Page.GetByLabel("ใช้คำตอบร่าง").CheckAsync();
        await StartAsync(visit, code);
        Assert.Equal(2, await visit.AnsweredAsync());
        await visit.PressAsync("แสดงทุกข้อในหน้าเดียว");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "ลบคำตอบร่าง" }).ClickAsync();
        Assert.Equal("0 0", await visit.Page.EvaluateAsync<string>("sessionStorage.length + ' ' + localStorage.length"));
        Assert.Equal(0, await survey.GotAsync("IIT"));
    }

    [Fact]
    public async Task A_draft_expires_and_is_not_offered_without_script()
    {
        var (_, path, _) = await OpenAsync("STAFF-DRAFT-OLD");
        await using var visit = await chromium.VisitAsync(running.App, Device.Phone with { JavaScript = true });
        await visit.GoAsync(path);
        await visit.Page.EvaluateAsync(
            "path => localStorage.setItem('ita-draft ' + path, JSON.stringify({ until: Date.now() - 1, mark: '', answers: {} }))", path);
        await visit.GoAsync(path);
        Assert.Equal("0", await visit.Page.EvaluateAsync<string>("'' + localStorage.length"));

        await using var plain = await chromium.VisitAsync(running.App, Device.Phone);
        await plain.GoAsync(path);
        Assert.False(await plain.Page.Locator("[data-draft]").IsVisibleAsync());
    }

    private async Task<(SurveyCalls Survey, string Path, string Code)> OpenAsync(string agency)
    {
        var survey = new SurveyCalls(running, agency);
        return (survey, Visit.SurveyPath(agency, "iit"), await survey.OpenAsync());
    }

    private static async Task StartAsync(Visit visit, string code)
    {
        await visit.FillAsync(Code, code);
        Assert.Equal(200, await visit.PressAsync(Start));
    }

    private static async Task TabToAsync(Visit visit, string id)
    {
        for (var pressed = 0; pressed < 5 && await visit.FocusedAsync() != id; pressed++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Equal(id, await visit.FocusedAsync());
    }
}
