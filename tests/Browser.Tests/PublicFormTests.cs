using Ita.App.Tests.Hosting;
using Ita.App.Tests.Surveys;
using Ita.App.Web;
using Ita.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace Ita.Browser.Tests;

/// <summary>The form of outside respondents (EIT, part 1), which requires a one-time password.</summary>
[Collection(PageTests.Name)]
public sealed class PublicFormTests(RunningApp running, Chromium chromium)
{
    private const string Subject = "หมายเลขโทรศัพท์มือถือ หรืออีเมล";
    private const string Password = "รหัสผ่านครั้งเดียว";
    private const string Ask = "ส่งรหัสผ่านให้ฉัน";
    private const string AskAgain = "ขอรหัสใหม่";
    private const string Send = "ส่งคำตอบ";

    private static readonly Domain.Responses.QuestionList Form = SurveyCalls.Form("EIT1");

    [Theory, MemberData(nameof(Device.All), MemberType = typeof(Device))]
    public async Task A_respondent_gets_a_password_answers_and_is_thanked(Device device)
    {
        var (survey, path) = await OpenAsync($"PUBLIC-{device.Width}-{device.JavaScript}");
        await using var visit = await chromium.VisitAsync(running.App, device);

        Assert.Equal(200, await visit.GoAsync(path));
        await visit.FillAsync(Subject, device.JavaScript ? "08 1000 0001" : "somebody@example.org");
        Assert.Equal(200, await visit.PressAsync(Ask));
        await visit.FillAsync(Password, await ShownAsync(visit));
        await visit.AnswerAsync(Form, option: 2);
        await visit.PressAsync(Send);

        Assert.EndsWith("/eit/thanks", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await survey.GotAsync("EIT1"));
    }

    [Fact]
    public async Task A_password_asked_on_a_phone_arrives_by_mail_and_sends_the_answers()
    {
        const string To = "phone.page@people.example";
        var (survey, path) = await OpenAsync("PUBLIC-MAIL");
        await using var visit = await chromium.VisitAsync(running.App, Device.Phone);

        await visit.GoAsync(path);
        Assert.Contains(TestMail.From, await visit.MainAsync(), StringComparison.Ordinal);
        await visit.FillAsync(Subject, To);
        Assert.Equal(200, await visit.PressAsync(Ask));
        await visit.FillAsync(Password, await running.Mail.PasswordToAsync(To));
        await visit.AnswerAsync(Form, option: 2);
        await visit.PressAsync(Send);

        Assert.EndsWith("/eit/thanks", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await survey.GotAsync("EIT1"));
    }

    [Theory, MemberData(nameof(Device.Two), MemberType = typeof(Device))]
    public async Task A_wrong_password_is_reported_and_a_new_one_keeps_the_answers(Device device)
    {
        var (survey, path) = await OpenAsync($"PUBLIC-WRONG-{device.Width}-{device.JavaScript}");
        await using var visit = await chromium.VisitAsync(running.App, device);
        await visit.GoAsync(path);

        await visit.FillAsync(Subject, "12345");
        Assert.Equal(400, await visit.PressAsync(Ask));
        Assert.Contains("โทรศัพท์", await visit.Page.Locator("#subject-why").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("12345", await visit.Page.GetByLabel(Subject).InputValueAsync());

        await visit.FillAsync(Subject, "0810000002");
        await visit.PressAsync(Ask);
        var first = await ShownAsync(visit);
        await visit.AnswerAsync(Form);
        await visit.FillAsync(Password, first == "000000" ? "000001" : "000000");
        Assert.Equal(403, await visit.PressAsync(Send));
        await visit.IsFocusedAsync("alert");
        Assert.Contains("ไม่ถูกต้อง", await visit.Page.Locator("#otp-why").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(Form.Questions.Length, await visit.AnsweredAsync());

        Assert.Equal(200, await visit.PressAsync(AskAgain));
        Assert.Equal("", await visit.Page.GetByLabel(Password).InputValueAsync());
        Assert.Equal(Form.Questions.Length, await visit.AnsweredAsync());
        Assert.Equal(0, await survey.GotAsync("EIT1"));
        await visit.FillAsync(Password, await ShownAsync(visit));
        await visit.PressAsync(Send);

        Assert.EndsWith("/eit/thanks", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await survey.GotAsync("EIT1"));
    }

    private async Task<(SurveyCalls Survey, string Path)> OpenAsync(string agency)
    {
        var survey = new SurveyCalls(running, agency);
        await survey.OpenAsync();
        return (survey, Visit.SurveyPath(agency, "eit"));
    }

    private static Task<string> ShownAsync(Visit visit) => visit.Page.Locator("#shown").InnerTextAsync();
}
