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
    public async Task A_respondent_who_has_answered_gets_no_second_password_and_others_do_not_learn_it()
    {
        var survey = new SurveyCalls(running, "SV-TWICE");
        await survey.OpenAsync();
        var otp = await survey.PasswordAsync("0899999991");
        await SurveyCalls.AcceptedAsync(survey.SendEitAsync("0899999991", otp!, SurveyCalls.Answers("EIT1")));

        Assert.Null(await survey.PasswordAsync("0899999991"));
        await RefusalsTests.RefusedAsync(
            survey.SendEitAsync("0899999991", "000000", SurveyCalls.Answers("EIT1")), HttpStatusCode.Forbidden, "otp-used");
        Assert.Equal(1, await survey.GotAsync("EIT1"));
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_is_refused()
    {
        var survey = new SurveyCalls(running, "SV-WRONG");
        await survey.OpenAsync();
        var otp = await survey.PasswordAsync("someone@example.org");
        Assert.NotNull(otp);
        var wrong = otp == "000000" ? "000001" : "000000";
        for (var left = 4; left > 0; left--)
        {
            var (status, problem) = await SurveyCalls.AnswerAsync(SendByEmailAsync(survey, wrong));
            Assert.Equal((HttpStatusCode.Forbidden, "otp-wrong"), (status, problem.GetProperty("code").GetString()));
            Assert.Contains($"{left} attempts", problem.GetProperty("detailEn").GetString(), StringComparison.Ordinal);
        }

        await RefusalsTests.RefusedAsync(SendByEmailAsync(survey, wrong), HttpStatusCode.Forbidden, "otp-tries-used-up");
        await RefusalsTests.RefusedAsync(SendByEmailAsync(survey, otp!), HttpStatusCode.Forbidden, "otp-tries-used-up");
        Assert.Equal(0, await survey.GotAsync("EIT1"));
    }

    [Fact]
    public async Task Fifty_concurrent_attempts_count_as_at_most_five()
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
            survey.SendEitAsync("0899999994", "123456", SurveyCalls.Answers("EIT1")), HttpStatusCode.Forbidden, "otp-none");
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
