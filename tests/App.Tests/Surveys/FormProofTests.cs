using System.Net;
using Ita.App.Tests.Hosting;
using Ita.Domain.Responses;

namespace Ita.App.Tests.Surveys;

/// <summary>The one-time password is entered before the form is filled in.</summary>
[Collection(AppTests.Name)]
public sealed class FormProofTests(RunningApp running)
{
    private static readonly QuestionList Public = SurveyCalls.Form("EIT1");

    [Fact]
    public async Task Somebody_who_has_answered_learns_it_after_the_password_and_before_the_questions()
    {
        var survey = new SurveyCalls(running, "PROOF-TWICE");
        await survey.OpenAsync();
        using var first = new FormVisit(running, "PROOF-TWICE", "eit");
        Assert.Equal(HttpStatusCode.OK, (await first.ProveAsync("0810000101")).Status);
        await first.FillAsync([Public]);
        Assert.Equal(HttpStatusCode.SeeOther, (await first.SendAsync()).Status);

        using var second = new FormVisit(running, "PROOF-TWICE", "eit");
        var told = await second.ProveAsync("0810000101");

        Assert.Equal(HttpStatusCode.Forbidden, told.Status);
        Assert.Contains("ท่านตอบแบบวัดนี้แล้ว", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("q-E1", told.Text, StringComparison.Ordinal);
        Assert.Equal(1, await survey.GotAsync("EIT1"));
    }

    [Fact]
    public async Task The_pages_after_the_password_do_not_have_the_number()
    {
        await new SurveyCalls(running, "PROOF-NUMBER").OpenAsync();
        using var visit = new FormVisit(running, "PROOF-NUMBER", "eit");

        await visit.ProveAsync("0810000102");
        await visit.FillAsync([Public]);

        Assert.DoesNotContain("810000102", visit.Last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("subject", visit.Held.Keys);
        Assert.DoesNotContain("otp", visit.Held.Keys);
    }

    [Fact]
    public async Task Two_forms_of_one_number_are_one_sheet()
    {
        var survey = new SurveyCalls(running, "PROOF-RACE");
        await survey.OpenAsync();
        using var one = new FormVisit(running, "PROOF-RACE", "eit");
        using var other = new FormVisit(running, "PROOF-RACE", "eit");
        await one.ProveAsync("0810000103");
        await other.ProveAsync("0810000103");
        await one.FillAsync([Public]);
        await other.FillAsync([Public]);

        var answers = await Task.WhenAll(one.SendAsync(), other.SendAsync());

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Forbidden], answers.Select(answer => answer.Status).Order());
        Assert.Equal(1, await survey.GotAsync("EIT1"));
    }

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("0.0", "made up")]
    [InlineData(null, "of another form")]
    public async Task A_proof_that_is_not_of_this_form_asks_for_the_number_again_and_keeps_the_answers(string? pass, string what)
    {
        var agency = $"PROOF-{what.Length}";
        var survey = new SurveyCalls(running, agency);
        await survey.OpenAsync();
        using var other = new FormVisit(running, agency, "eit");
        await other.ProveAsync("0810000104");
        using var visit = new FormVisit(running, agency, "eit");
        await visit.ProveAsync("0810000105");
        await visit.FillAsync([Public]);

        var used = pass ?? other.Held["pass"];
        var moved = await visit.PostAsync("/steps", ("pass", used), ("go", "1"));
        Assert.Equal(HttpStatusCode.BadRequest, moved.Status);
        Assert.Contains("name=\"subject\"", moved.Text, StringComparison.Ordinal);
        Assert.Equal("1", visit.Held["E1"]);

        var sent = await visit.PostAsync("", ("pass", used));
        Assert.NotEqual(HttpStatusCode.SeeOther, sent.Status);
        Assert.Equal(0, await survey.GotAsync("EIT1"));
    }

    [Fact]
    public async Task Wrong_digits_are_refused_before_the_form_and_the_right_ones_still_work()
    {
        await new SurveyCalls(running, "PROOF-WRONG").OpenAsync();
        using var visit = new FormVisit(running, "PROOF-WRONG", "eit");
        await visit.OpenAsync();
        var asked = await visit.PostAsync("/otp", ("subject", "0810000106"), ("E1", "2"));
        var digits = asked.Text.Split("id=\"shown\">")[1][..6];

        var wrong = await visit.StartAsync(("otp", digits == "000000" ? "000001" : "000000"));
        Assert.Equal(HttpStatusCode.Forbidden, wrong.Status);
        Assert.Contains("href=\"#otp\"", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("2", visit.Held["E1"]);

        var started = await visit.StartAsync(("otp", digits));
        Assert.Equal(HttpStatusCode.OK, started.Status);
        Assert.Contains("value=\"2\" id=\"q-E1-2\" checked", started.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_fields_of_the_one_page_form_are_still_taken()
    {
        var survey = new SurveyCalls(running, "PROOF-OLD");
        await survey.OpenAsync();
        using var visit = new FormVisit(running, "PROOF-OLD", "eit");
        await visit.OpenAsync();
        var asked = await visit.PostAsync("/otp", ("subject", "0810000107"));
        var digits = asked.Text.Split("id=\"shown\">")[1][..6];

        var sent = await visit.PostAsync("", [("otp", digits), .. Public.Questions.Select(question => (question.Code, "1"))]);

        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        Assert.Equal(1, await survey.GotAsync("EIT1"));
    }
}
