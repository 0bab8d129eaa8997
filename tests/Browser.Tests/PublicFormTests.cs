using Ita.App.Surveys.Forms;
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
    private const string Start = "เริ่มตอบ";
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
        Assert.Equal(200, await visit.PressAsync(Start));
        await visit.FillStepsAsync(Form, option: 2);
        await visit.PressAsync(Send);

        Assert.EndsWith("/eit/thanks", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await survey.GotAsync("EIT1"));
    }

    [Fact]
    public async Task A_respondent_answers_in_English_on_a_phone_without_script_and_the_meter_moves()
    {
        var (survey, path) = await OpenAsync("PUBLIC-ENGLISH");
        await using var visit = await chromium.VisitAsync(running.App, Device.Phone);
        await visit.GoAsync(path);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await visit.FillAsync("Mobile telephone number or e-mail address", "0810000011");
        await visit.PressAsync("Send me a password");
        await visit.FillAsync("One-time password", await ShownAsync(visit));
        await visit.PressAsync("Start");

        await AnswerStepAsync(visit, 0, option: 2);
        await visit.PressAsync("Next");
        await AnswerStepAsync(visit, 1, option: 3);
        await visit.PressAsync("Back");
        await IsAnsweredAsync(visit, 0, option: 2);
        await visit.PressAsync("Next");
        await IsAnsweredAsync(visit, 1, option: 3);

        // The browser's own Back shows the page as it was left, without a warning.
        await visit.Page.GoBackAsync();
        await IsAnsweredAsync(visit, 0, option: 2);
        await visit.PressAsync("Next");
        await AnswerStepAsync(visit, 1, option: 3);
        await visit.PressAsync("Next");
        await AnswerStepAsync(visit, 2, option: 1);
        await visit.PressAsync("Next");

        Assert.Contains("Check your answers", await visit.MainAsync(), StringComparison.Ordinal);
        Assert.Contains(Form.Questions[0].Options[1].Label, await visit.MainAsync(), StringComparison.Ordinal);
        await visit.PressAsync("Change part 1");
        await AnswerStepAsync(visit, 0, option: 1);
        await visit.PressAsync("Check the answers");
        Assert.Equal(0, await survey.GotAsync("EIT1"));
        await visit.PressAsync("Send the answers");

        Assert.EndsWith("/eit/thanks?lang=en", visit.Page.Url, StringComparison.Ordinal);
        Assert.Contains("Thank you", await visit.MainAsync(), StringComparison.Ordinal);
        Assert.Equal("en", await visit.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(1, await survey.GotAsync("EIT1"));
    }

    [Fact]
    public async Task A_password_asked_on_a_phone_arrives_by_mail_and_sends_the_answers()
    {
        const string To = "phone.page@people.example";
        var (survey, path) = await OpenAsync("PUBLIC-MAIL");
        await using var visit = await chromium.VisitAsync(running.App, Device.Phone);

        await visit.GoAsync(path + "?lang=en");
        Assert.Contains(TestMail.From, await visit.MainAsync(), StringComparison.Ordinal);
        await visit.FillAsync("Mobile telephone number or e-mail address", To);
        Assert.Equal(200, await visit.PressAsync("Send me a password"));
        await visit.FillAsync("One-time password", await running.Mail.PasswordToAsync(To));
        await visit.PressAsync("Start");
        await visit.FillStepsAsync(Form, option: 2, next: "Next");
        await visit.PressAsync("Send the answers");

        Assert.EndsWith("/eit/thanks?lang=en", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await survey.GotAsync("EIT1"));
    }

    [Theory, MemberData(nameof(Device.Two), MemberType = typeof(Device))]
    public async Task A_wrong_password_is_reported_before_the_questions_and_a_new_one_is_sent(Device device)
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
        await visit.FillAsync(Password, first == "000000" ? "000001" : "000000");
        Assert.Equal(403, await visit.PressAsync(Start));
        await visit.IsFocusedAsync("alert");
        Assert.Contains("ไม่ถูกต้อง", await visit.Page.Locator("#otp-why").InnerTextAsync(), StringComparison.Ordinal);

        Assert.Equal(200, await visit.PressAsync(AskAgain));
        Assert.Equal("", await visit.Page.GetByLabel(Password).InputValueAsync());
        Assert.Equal(0, await survey.GotAsync("EIT1"));
        await visit.FillAsync(Password, await ShownAsync(visit));
        await visit.PressAsync(Start);
        await visit.FillStepsAsync(Form);
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

    private static async Task AnswerStepAsync(Visit visit, int step, int option)
    {
        foreach (var question in FormStep.All(Form)[step].Questions)
        {
            await visit.OptionOf(question, Math.Min(option, question.Options.Length)).CheckAsync();
        }
    }

    private static async Task IsAnsweredAsync(Visit visit, int step, int option)
    {
        foreach (var question in FormStep.All(Form)[step].Questions)
        {
            Assert.True(await visit.OptionOf(question, Math.Min(option, question.Options.Length)).IsCheckedAsync(), question.Code);
        }
    }
}
