using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Ita.App.Surveys;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Web;

namespace Ita.App.Tests.Surveys;

/// <summary>Staff answer with the agency's code.</summary>
[Collection(AppTests.Name)]
public sealed class SheetTests(RunningApp running)
{
    [Fact]
    public async Task A_sheet_sent_three_times_with_one_nonce_is_one_sheet_and_one_answer()
    {
        var survey = new SurveyCalls(running, "SV-ONCE");
        var code = await survey.OpenAsync();
        var nonce = SurveyCalls.Nonce();

        var first = await SurveyCalls.AcceptedAsync(survey.SendIitAsync(code, SurveyCalls.Answers("IIT"), nonce));
        var second = await SurveyCalls.AcceptedAsync(survey.SendIitAsync(code, SurveyCalls.Answers("IIT"), nonce), HttpStatusCode.OK);
        var newCode = await survey.NewCodeAsync();
        var third = await SurveyCalls.AcceptedAsync(survey.SendIitAsync(code, SurveyCalls.Answers("IIT"), nonce), HttpStatusCode.OK);

        Assert.Equal((first.GetRawText(), first.GetRawText()), (second.GetRawText(), third.GetRawText()));
        Assert.Equal(("IIT", 15), (first.GetProperty("survey").GetString(), first.GetProperty("answered").GetInt32()));
        Assert.Equal(1, await survey.GotAsync("IIT"));
        await SurveyCalls.AcceptedAsync(survey.SendIitAsync(newCode, SurveyCalls.Answers("IIT")));
        Assert.Equal(2, await survey.GotAsync("IIT"));
    }

    [Fact]
    public async Task Other_answers_with_the_same_nonce_are_refused_and_the_first_are_kept()
    {
        var survey = new SurveyCalls(running, "SV-NONCE");
        var code = await survey.OpenAsync();
        var nonce = SurveyCalls.Nonce();
        await SurveyCalls.AcceptedAsync(survey.SendIitAsync(code, SurveyCalls.Answers("IIT", 1), nonce));

        await RefusalsTests.RefusedAsync(survey.SendIitAsync(code, SurveyCalls.Answers("IIT", 2), nonce), HttpStatusCode.Conflict, "nonce-reused");
        Assert.Equal(1, await survey.GotAsync("IIT"));
    }

    [Fact]
    public async Task A_form_post_and_a_multipart_post_are_accepted_like_json()
    {
        var survey = new SurveyCalls(running, "SV-FORM");
        var code = await survey.OpenAsync();
        var fields = SurveyCalls.Answers("IIT").ToDictionary(pair => pair.Key.ToLowerInvariant(), pair => pair.Value);
        fields["code"] = code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal);
        fields["nonce"] = SurveyCalls.Nonce();
        await SurveyCalls.AcceptedAsync(survey.PostAsync("iit/responses", new FormUrlEncodedContent(fields)));

        using var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Where(field => field.Key != "nonce"))
        {
            parts.Add(new StringContent(value, Encoding.UTF8), name);
        }

        parts.Headers.Add("Idempotency-Key", SurveyCalls.Nonce());
        await SurveyCalls.AcceptedAsync(survey.PostAsync("iit/responses", parts));
        Assert.Equal(2, await survey.GotAsync("IIT"));
    }

    [Fact]
    public async Task The_meter_reports_required_received_and_missing_sheets()
    {
        var survey = new SurveyCalls(running, "SV-METER");
        var code = await survey.OpenAsync(internalStaff: 40, externalStakeholders: 2001);
        await SurveyCalls.AcceptedAsync(survey.SendIitAsync(code, SurveyCalls.Answers("IIT")));

        var meter = await survey.MeterAsync("IIT");
        Assert.Equal(
            (30, 1, 29, false),
            (meter.GetProperty("required").GetInt32(), meter.GetProperty("got")
                .GetInt32(), meter.GetProperty("short").GetInt32(), meter.GetProperty("reached").GetBoolean()));
        Assert.Equal(
            (400, 80),
            ((await survey.MeterAsync("EIT1")).GetProperty("required")
                .GetInt32(), (await survey.MeterAsync("EIT2")).GetProperty("required").GetInt32()));
    }

    [Theory]
    [InlineData("SV-BAD1", "I1", "7", "sheet-score-refused")]
    [InlineData("SV-BAD2", "I1", "100", "sheet-score-refused")]
    [InlineData("SV-BAD3", "I1", "<script>alert(1)</script>", "sheet-answer-unknown")]
    [InlineData("SV-BAD4", "I1", "", "sheet-answer-missing")]
    [InlineData("SV-BAD5", "comment", "<script>alert(1)</script>", "sheet-question-unknown")]
    [InlineData("SV-BAD6", "I1.score", "100", "sheet-score-refused")]
    [InlineData("SV-BAD7", "E1", "1", "sheet-question-unknown")]
    public async Task A_sheet_with_anything_but_an_option_to_each_question_is_refused_whole(string agency, string field, string value, string code)
    {
        var survey = new SurveyCalls(running, agency);
        var agencyCode = await survey.OpenAsync();
        var answers = SurveyCalls.Answers("IIT");
        answers[field] = value;

        using var answer = await survey.SendIitAsync(agencyCode, answers);
        var problem = await Caller.JsonAsync(answer);

        Assert.Equal((HttpStatusCode.BadRequest, "sheet-invalid"), (answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Contains(problem.GetProperty("errors").EnumerateArray(), error => error.GetProperty("code").GetString() == code);
        Assert.DoesNotContain("script", problem.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(0, await survey.GotAsync("IIT"));
    }

    [Fact]
    public async Task A_sheet_without_the_right_code_is_refused()
    {
        var survey = new SurveyCalls(running, "SV-GUESS");
        var code = await survey.OpenAsync();
        var old = code;
        code = await survey.NewCodeAsync();

        await RefusalsTests.RefusedAsync(survey.SendIitAsync(old, SurveyCalls.Answers("IIT")), HttpStatusCode.Forbidden, "code-wrong");
        await RefusalsTests.RefusedAsync(survey.SendIitAsync("", SurveyCalls.Answers("IIT")), HttpStatusCode.Forbidden, "code-wrong");
        for (var guess = 2; guess < 10; guess++)
        {
            await RefusalsTests.RefusedAsync(
                survey.SendIitAsync($"AAAA-AAAA-AAA{guess}", SurveyCalls.Answers("IIT")), HttpStatusCode.Forbidden, "code-wrong");
        }

        using var limited = await survey.SendIitAsync("AAAA-AAAA-AAAX", SurveyCalls.Answers("IIT"));
        Assert.Equal(HttpStatusCode.TooManyRequests, limited.StatusCode);
        Assert.True(limited.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal(0, await survey.GotAsync("IIT"));
    }

    [Fact]
    public async Task A_sheet_without_a_nonce_is_refused()
    {
        var survey = new SurveyCalls(running, "SV-NO-NONCE");
        var code = await survey.OpenAsync();
        await RefusalsTests.RefusedAsync(
            survey.PostAsync("iit/responses", new { code, answers = SurveyCalls.Answers("IIT") }), HttpStatusCode.BadRequest, "nonce-required");
        await RefusalsTests.RefusedAsync(survey.SendIitAsync(code, SurveyCalls.Answers("IIT"), "short"), HttpStatusCode.BadRequest, "nonce-required");
    }

    [Theory]
    [InlineData(65_535, HttpStatusCode.BadRequest, "sheet-unreadable")]
    [InlineData(65_536, HttpStatusCode.BadRequest, "sheet-unreadable")]
    [InlineData(65_537, HttpStatusCode.RequestEntityTooLarge, "sheet-too-large")]
    public async Task A_body_is_read_up_to_64_KB(int length, HttpStatusCode status, string code)
    {
        var survey = new SurveyCalls(running, "SV-LENGTH");

        await RefusalsTests.RefusedAsync(
            survey.PostAsync("iit/responses", new StringContent(new string('x', length), Encoding.UTF8, "application/json")), status, code);
    }

    [Fact]
    public async Task A_post_larger_than_any_form_is_refused()
    {
        var survey = new SurveyCalls(running, "SV-LARGE");
        var code = await survey.OpenAsync();
        var answers = SurveyCalls.Answers("IIT");
        answers["I1"] = new string('1', 70_000);
        await RefusalsTests.RefusedAsync(survey.SendIitAsync(code, answers), HttpStatusCode.RequestEntityTooLarge, "sheet-too-large");
        Assert.Equal(0, await survey.GotAsync("IIT"));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"answers":{"I1":[1]}}""")]
    [InlineData("""{"I1":1,"i1":2}""")]
    public async Task A_post_that_is_not_a_sheet_is_refused(string json)
    {
        var content = new StringContent(json, Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var survey = new SurveyCalls(running, "SV-UNREADABLE");
        await RefusalsTests.RefusedAsync(survey.PostAsync("iit/responses", content), HttpStatusCode.BadRequest, "sheet-unreadable");
    }

    [Fact]
    public async Task An_agency_without_a_survey_accepts_no_sheets()
    {
        var survey = new SurveyCalls(running, "SV-NOBODY");
        await RefusalsTests.RefusedAsync(survey.SendIitAsync("AAAA-AAAA-AAAA", SurveyCalls.Answers("IIT")), HttpStatusCode.NotFound, "not-found");
        await RefusalsTests.RefusedAsync(
            survey.SendEitAsync("0812345678", "123456", SurveyCalls.Answers("EIT1")), HttpStatusCode.NotFound, "not-found");
        await RefusalsTests.RefusedAsync(survey.PostAsync("eit/otp", new { phone = "0812345678" }), HttpStatusCode.NotFound, "not-found");
    }
}
