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
    private const string Send = "ส่งคำตอบ";

    private static readonly Domain.Responses.QuestionList Form = SurveyCalls.Form("IIT");

    [Theory, MemberData(nameof(Device.All), MemberType = typeof(Device))]
    public async Task A_member_of_staff_answers_and_is_thanked(Device device)
    {
        var (survey, path, code) = await OpenAsync($"STAFF-{device.Width}-{device.JavaScript}");
        await using var visit = await chromium.VisitAsync(running.App, device);

        Assert.Equal(200, await visit.GoAsync(path));
        await visit.FillAsync(Code, code.ToLowerInvariant());
        await visit.AnswerAsync(Form);
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

        await visit.AnswerAsync(Form, butNot: "I3");
        Assert.Equal(400, await visit.PressAsync(Send));
        await visit.IsFocusedAsync("alert");
        Assert.Equal("ต้องแก้ไข", (await visit.Page.TitleAsync()).Split(':')[0]);
        Assert.Contains("ยังไม่ได้ใส่รหัส", await visit.Page.Locator("#code-why").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(Form.Questions.Length - 1, await visit.AnsweredAsync());

        await visit.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link, new() { Name = "I3" }).ClickAsync();
        Assert.EndsWith("#q-I3", visit.Page.Url, StringComparison.Ordinal);
        await visit.OptionOf(Form.Find("I3")!, 2).CheckAsync();
        await visit.FillAsync(Code, "AAAA-AAAA-AAAA");
        Assert.Equal(403, await visit.PressAsync(Send));
        Assert.Contains("ไม่ถูกต้อง", await visit.Page.Locator("#code-why").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(Form.Questions.Length, await visit.AnsweredAsync());
        Assert.Equal(0, await survey.GotAsync("IIT"));

        await visit.FillAsync(Code, code);
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
        foreach (var question in Form.Questions)
        {
            await TabToAsync(visit, $"q-{question.Code}");
            await keys.PressAsync("Space");
            await keys.PressAsync("ArrowDown");
        }

        Assert.Equal(Form.Questions.Length, await visit.Page.Locator("input[value='2']:checked").CountAsync());
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/iit/thanks");

        Assert.Equal(1, await survey.GotAsync("IIT"));
    }

    [Fact]
    public async Task The_next_user_of_the_device_finds_none_of_the_answers()
    {
        var (_, path, code) = await OpenAsync("STAFF-SHARED");
        await using var visit = await chromium.VisitAsync(running.App, Device.Desktop);
        await visit.GoAsync(path);
        await visit.FillAsync(Code, code);
        await visit.AnswerAsync(Form);
        await visit.PressAsync(Send);

        await visit.Page.GoBackAsync();

        Assert.Equal(0, await visit.AnsweredAsync());
        Assert.Equal("", await visit.Page.GetByLabel(Code).InputValueAsync());
        Assert.Equal("0 0", await visit.Page.EvaluateAsync<string>("sessionStorage.length + ' ' + localStorage.length"));
    }

    private async Task<(SurveyCalls Survey, string Path, string Code)> OpenAsync(string agency)
    {
        var survey = new SurveyCalls(running, agency);
        return (survey, Visit.SurveyPath(agency, "iit"), await survey.OpenAsync());
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
