using System.Net;
using System.Net.Http.Json;
using Ita.App.Delivery;
using Ita.App.Surveys;
using Ita.App.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Ita.App.Tests.Surveys;

/// <summary>One-time passwords on their whole way: asked, sent by the worker, received by a mail server, and used.</summary>
[Collection(AppTests.Name)]
public sealed class PasswordByMailTests(RunningApp running)
{
    [Fact]
    public async Task A_password_that_arrives_by_mail_sends_a_sheet_and_a_person_who_has_answered_is_told_so_by_mail()
    {
        const string To = "by.mail@people.example";
        var survey = new SurveyCalls(running, "SV-MAIL");
        await survey.OpenAsync();
        await AskAsync(survey, To);

        var text = await running.Mail.TextToAsync(To);
        var otp = await running.Mail.PasswordToAsync(To);
        await SurveyCalls.AcceptedAsync(SendAsync(survey, To, otp));

        Assert.Equal(1, await survey.GotAsync("EIT1"));
        Assert.Contains("หน่วยงานตัวอย่าง", text, StringComparison.Ordinal);
        Assert.Contains("เวลาประเทศไทย", text, StringComparison.Ordinal);
        Assert.Contains("ไม่มีใครโทรศัพท์ถาม", text, StringComparison.Ordinal);
        Assert.Contains("one-time password", text, StringComparison.Ordinal);
        Assert.DoesNotContain("http", text, StringComparison.OrdinalIgnoreCase);

        await AskAsync(survey, To);
        await Eventually.TrueAsync(
            async () => (await running.Mail.TextToAsync(To)).Contains("ท่านไม่ต้องตอบอีก", StringComparison.Ordinal),
            "the message to one who has answered");
    }

    [Fact]
    public async Task The_desk_shows_what_was_sent_without_small_numbers()
    {
        const string To = "counted@people.example";
        var survey = new SurveyCalls(running, "SV-COUNTED");
        await survey.OpenAsync();
        await AskAsync(survey, To);
        await running.Mail.TextToAsync(To);

        var page = await Eventually.AsWishedAsync(ReadAsync, html => html.Contains("ส่งแล้ว", StringComparison.Ordinal), "the count");

        Assert.Contains("1–4", page, StringComparison.Ordinal);
        Assert.DoesNotContain(To, page, StringComparison.Ordinal);

        async Task<string> ReadAsync()
        {
            using var answer = await running.Api.GetAsync("/api/app/survey-years/2567/SV-COUNTED");
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_second_request_within_a_minute_gets_the_same_password_and_a_later_one_another()
    {
        var clock = new HandClock("2097-05-01T05:00:00Z");
        using var parts = new PartsOfSurveys(running, "ST-AGAIN", clock);
        await parts.OpenAsync(closes: "2099-12-31");

        var first = await parts.PasswordAsync("0810000041");
        clock.Advance(TimeSpan.FromSeconds(59));
        var second = await parts.PasswordAsync("0810000041", "192.0.2.2");
        Assert.Equal("otp-wrong", (await parts.SendAsync("0810000041", first == "000000" ? "000001" : "000000", SurveyCalls.Nonce())).Refusal?.Code);
        clock.Advance(TimeSpan.FromSeconds(1));
        var third = await parts.PasswordAsync("0810000041", "192.0.2.3");

        Assert.Equal(first, second);
        Assert.NotEqual(first, third);
        Assert.Equal("otp-wrong", (await parts.SendAsync("0810000041", first!, SurveyCalls.Nonce())).Refusal?.Code);
        Assert.False((await parts.SendAsync("0810000041", third!, SurveyCalls.Nonce())).IsRefused);
    }

    [Fact]
    public async Task A_password_that_was_sent_twice_is_valid_for_five_minutes_from_the_second_message()
    {
        var clock = new HandClock("2097-05-02T05:00:00Z");
        using var parts = new PartsOfSurveys(running, "ST-AGAIN-LONG", clock);
        await parts.OpenAsync(closes: "2099-12-31");
        await parts.PasswordAsync("0810000042");
        clock.Advance(TimeSpan.FromSeconds(30));
        var again = await parts.PasswordAsync("0810000042");
        clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));

        Assert.False((await parts.SendAsync("0810000042", again!, SurveyCalls.Nonce())).IsRefused);
    }

    [Fact]
    public async Task A_row_without_a_seed_gets_a_new_password_and_keeps_that_it_was_used()
    {
        var clock = new HandClock("2097-05-03T05:00:00Z");
        using var parts = new PartsOfSurveys(running, "ST-OLD-ROW", clock);
        await parts.OpenAsync(closes: "2099-12-31");
        var otp = await parts.PasswordAsync("0810000043");
        Assert.False((await parts.SendAsync("0810000043", otp!, SurveyCalls.Nonce())).IsRefused);

        var again = await parts.PasswordAsync("0810000043");

        Assert.NotEqual(otp, again);
        Assert.Equal("otp-used", (await parts.SendAsync("0810000043", again!, SurveyCalls.Nonce())).Refusal?.Code);
    }

    [Theory]
    [InlineData(false, false, "0810000044", "otp-not-sent")]
    [InlineData(false, false, "a@people.example", "otp-not-sent")]
    [InlineData(true, false, "a@people.example", "otp-by-phone-only")]
    [InlineData(false, true, "0810000044", "otp-by-email-only")]
    public async Task A_channel_that_is_not_configured_is_refused_and_makes_no_password(bool phone, bool email, string subject, string code)
    {
        var ways = ImmutableArray.Create(new DeliveryWay(Channel.Phone, null), new DeliveryWay(Channel.Email, null))
            .Where(way => way.Channel == Channel.Phone ? phone : email).ToImmutableArray();
        using var parts = new PartsOfSurveys(
            running, "ST-NO-WAY", new HandClock("2097-05-04T05:00:00Z"), services => services.AddSingleton<IOtpSender>(new Offering(ways)));
        await parts.OpenAsync(closes: "2099-12-31");

        var asked = await parts.Get<PasswordIssuing>()
            .IssueAsync(new(PartsOfSurveys.Year, "ST-NO-WAY", PartsOfSurveys.Eit, subject, "192.0.2.9"), default);

        Assert.Equal(code, asked.Refusal?.Code);
    }

    [Fact]
    public async Task Without_any_way_the_page_says_whom_to_ask_and_the_api_refuses()
    {
        var survey = new SurveyCalls(running, "SV-NO-WAY");
        await survey.OpenAsync();
        await using var app = await AppInProcess.StartAsync(running.ConnectionString, ("ITA_OTP_SHOW", "false"));
        using var caller = new Caller(app.Address, null);

        using var page = await caller.GetAsync("/api/app/surveys/2567/SV-NO-WAY/eit");
        var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
        using var asked = await caller.PostAsync($"{survey.Path}/eit/otp", JsonContent.Create(new { phone = "0810000045" }));

        Assert.Contains("โปรดสอบถาม หน่วยงานตัวอย่าง", html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"subject\"", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, asked.StatusCode);
    }

    [Fact]
    public async Task The_page_names_the_way_and_its_sender_and_offers_no_other()
    {
        var survey = new SurveyCalls(running, "SV-ONE-WAY");
        await survey.OpenAsync();
        await using var app = await AppInProcess.StartAsync(running.ConnectionString, [("ITA_OTP_SHOW", "false"), .. running.Mail.Settings]);
        using var caller = new Caller(app.Address, null);

        using var page = await caller.GetAsync("/api/app/surveys/2567/SV-ONE-WAY/eit");
        var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());

        Assert.Contains($" จากชื่อผู้ส่ง <b>{TestMail.From}</b>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("SMS", html, StringComparison.Ordinal);
    }

    private static async Task AskAsync(SurveyCalls survey, string email) =>
        await SurveyCalls.AcceptedAsync(survey.PostAsync("eit/otp", new { email }), HttpStatusCode.Accepted);

    private static Task<HttpResponseMessage> SendAsync(SurveyCalls survey, string email, string otp) =>
        survey.PostAsync("eit/responses", new { email, otp, nonce = SurveyCalls.Nonce(), answers = SurveyCalls.Answers("EIT1") });

    private sealed class Offering(ImmutableArray<DeliveryWay> ways) : IOtpSender
    {
        public ImmutableArray<DeliveryWay> Ways => ways;

        public Task<string?> SendAsync(OtpMessage message, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
    }
}
