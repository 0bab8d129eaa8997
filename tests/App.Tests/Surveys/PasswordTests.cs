using System.Net;
using System.Net.Http.Json;
using Ita.App.Surveys;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Web;

namespace Ita.App.Tests.Surveys;

/// <summary>Outside respondents answer with a one-time password, once each; the second part is sent by the
/// assessor.</summary>
[Collection(AppTests.Name)]
public sealed class PasswordTests(RunningApp running)
{
    [Fact]
    public async Task A_phone_gets_a_password_and_sends_one_sheet()
    {
        var survey = new SurveyCalls(running, "SV-OTP");
        await survey.OpenAsync();
        var otp = await survey.PasswordAsync("081-234-5678");
        Assert.Matches("^[0-9]{6}$", otp);
        var nonce = SurveyCalls.Nonce();

        var first = await SurveyCalls.AcceptedAsync(survey.SendEitAsync("+66 81 234 5678", otp!, SurveyCalls.Answers("EIT1"), nonce));
        var again = await SurveyCalls.AcceptedAsync(survey.SendEitAsync("0812345678", otp!, SurveyCalls.Answers("EIT1"), nonce), HttpStatusCode.OK);

        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Equal("EIT1", first.GetProperty("survey").GetString());
        await RefusalsTests.RefusedAsync(survey.SendEitAsync("0812345678", otp!, SurveyCalls.Answers("EIT1")), HttpStatusCode.Forbidden, "otp-used");
        Assert.Equal(1, await survey.GotAsync("EIT1"));
    }

    [Fact]
    public async Task Wrong_digits_are_answered_alike_for_a_respondent_who_has_answered_who_asked_and_who_never_asked()
    {
        var survey = new SurveyCalls(running, "SV-TWICE");
        await survey.OpenAsync();
        var otp = await survey.PasswordAsync("0899999991");
        await SurveyCalls.AcceptedAsync(survey.SendEitAsync("0899999991", otp!, SurveyCalls.Answers("EIT1")));
        var asked = await survey.PasswordAsync("0899999995");
        var wrong = new[] { "000000", "000001", "000002" }.First(digits => digits != otp && digits != asked);

        var answers = new List<string>();
        foreach (var phone in new[] { "0899999991", "0899999995", "0899999996" })
        {
            var (status, problem) = await SurveyCalls.AnswerAsync(survey.SendEitAsync(phone, wrong, SurveyCalls.Answers("EIT1")));
            answers.Add($"{status} {problem}");
        }

        Assert.Contains("otp-wrong", Assert.Single(answers.Distinct()), StringComparison.Ordinal);
        Assert.Equal(1, await survey.GotAsync("EIT1"));
    }

    [Fact]
    public async Task A_request_for_a_password_is_answered_alike_for_a_respondent_who_has_answered_and_who_never_asked()
    {
        var survey = new SurveyCalls(running, "SV-ASK");
        await survey.OpenAsync();
        var otp = await survey.PasswordAsync("0899999971");
        await SurveyCalls.AcceptedAsync(survey.SendEitAsync("0899999971", otp!, SurveyCalls.Answers("EIT1")));

        var again = await survey.PasswordAsync("0899999971");

        Assert.Matches("^[0-9]{6}$", again);
        await RefusalsTests.RefusedAsync(
            survey.SendEitAsync("0899999971", again!, SurveyCalls.Answers("EIT1")), HttpStatusCode.Forbidden, "otp-used");
        Assert.Equal(1, await survey.GotAsync("EIT1"));
    }

    [Fact]
    public async Task Nine_wrong_passwords_leave_the_right_one_and_after_ten_the_address_waits()
    {
        var survey = new SurveyCalls(running, "SV-WRONG");
        await survey.OpenAsync();
        var otp = await survey.PasswordAsync("someone@example.org");
        Assert.NotNull(otp);
        var wrong = otp == "000000" ? "000001" : "000000";
        for (var tried = 0; tried < 9; tried++)
        {
            await RefusalsTests.RefusedAsync(SendByEmailAsync(survey, wrong), HttpStatusCode.Forbidden, "otp-wrong");
        }

        await SurveyCalls.AcceptedAsync(SendByEmailAsync(survey, otp!));
        for (var tried = 0; tried < 10; tried++)
        {
            await RefusalsTests.RefusedAsync(SendByEmailAsync(survey, wrong), HttpStatusCode.Forbidden, "otp-wrong");
        }

        using var refused = await SendByEmailAsync(survey, wrong);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(1, await survey.GotAsync("EIT1"));
    }

    [Fact]
    public async Task Of_fifty_concurrent_attempts_with_the_right_password_one_is_accepted()
    {
        var survey = new SurveyCalls(running, "SV-RACE");
        await survey.OpenAsync();
        var otp = await survey.PasswordAsync("0899999992");

        var sent = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(_ => SurveyCalls.AnswerAsync(survey.SendEitAsync("0899999992", otp!, SurveyCalls.Answers("EIT1")))));

        Assert.Equal(1, sent.Count(answer => answer.Status == HttpStatusCode.Created));
        Assert.Equal(1, await survey.GotAsync("EIT1"));
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("0212345678")]
    [InlineData("nobody@")]
    [InlineData("")]
    public async Task Only_a_mobile_number_or_an_address_is_sent_a_password(string subject)
    {
        var survey = new SurveyCalls(running, "SV-SUBJECT");
        await survey.OpenAsync();
        await RefusalsTests.RefusedAsync(survey.PostAsync("eit/otp", new { subject }), HttpStatusCode.BadRequest, "subject-invalid");
    }

    [Fact]
    public async Task A_password_that_was_not_requested_is_refused()
    {
        var survey = new SurveyCalls(running, "SV-NONE");
        await survey.OpenAsync();
        await RefusalsTests.RefusedAsync(
            survey.SendEitAsync("0899999994", "123456", SurveyCalls.Answers("EIT1")), HttpStatusCode.Forbidden, "otp-wrong");
    }

    [Fact]
    public async Task Only_an_assessor_can_send_the_second_part()
    {
        var survey = new SurveyCalls(running, "SV-PART2");
        await survey.OpenAsync();
        var sheet = new { nonce = SurveyCalls.Nonce(), answers = SurveyCalls.Answers("EIT2") };

        await RefusalsTests.RefusedAsync(survey.PostAsync("eit/responses?part=2", sheet), HttpStatusCode.Unauthorized, "key-required");
        using var taken = await running.Api.PostAsync($"{survey.Path}/eit/responses?part=2", JsonContent.Create(sheet));

        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
        Assert.Equal((0, 1), (await survey.GotAsync("EIT1"), await survey.GotAsync("EIT2")));
    }

    private static Task<HttpResponseMessage> SendByEmailAsync(SurveyCalls survey, string otp) =>
        survey.PostAsync(
            "eit/responses",
            new { email = "Someone@Example.org", otp, nonce = SurveyCalls.Nonce(), answers = SurveyCalls.Answers("EIT1") });
}
