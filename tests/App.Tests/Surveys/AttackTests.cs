using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Azure.Data.Tables;
using Ita.App.Storage;
using Ita.App.Surveys;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Web;
using Ita.Tests;

namespace Ita.App.Tests.Surveys;

/// <summary>A sheet sent without the right to send it is refused with a problem, and the table of sheets is not
/// changed.</summary>
[Collection(AppTests.Name)]
public sealed class AttackTests(RunningApp running)
{
    [Fact]
    public async Task A_code_is_valid_for_its_own_agency_and_year_only()
    {
        var (own, other, lastYear) =
            (new SurveyCalls(running, "SV-OWN"), new SurveyCalls(running, "SV-OTHER"), new SurveyCalls(running, "SV-OWN", 2566));
        var code = await own.OpenAsync();
        await other.OpenAsync();
        await lastYear.OpenAsync();

        await RefusalsTests.RefusedAsync(other.SendIitAsync(code, SurveyCalls.Answers("IIT")), HttpStatusCode.Forbidden, "code-wrong");
        await RefusalsTests.RefusedAsync(lastYear.SendIitAsync(code, SurveyCalls.Answers("IIT", year: 2566)), HttpStatusCode.Forbidden, "code-wrong");
        await AssertStoredAsync(0, "SV-OTHER");
        await AssertStoredAsync(0, "SV-OWN", 2566);
    }

    [Fact]
    public async Task A_code_is_not_a_password_and_a_password_is_not_a_code()
    {
        var survey = new SurveyCalls(running, "SV-SWAP");
        var code = await survey.OpenAsync();
        var otp = (await survey.PasswordAsync("0899999981"))!;

        await RefusalsTests.RefusedAsync(
            survey.PostAsync(
                "eit/responses",
                new { phone = "0899999982", otp = code, nonce = SurveyCalls.Nonce(), answers = SurveyCalls.Answers("EIT1") }),
            HttpStatusCode.Forbidden, "otp-wrong");
        await RefusalsTests.RefusedAsync(survey.SendIitAsync(otp, SurveyCalls.Answers("IIT")), HttpStatusCode.Forbidden, "code-wrong");
        await AssertStoredAsync(0, "SV-SWAP");
    }

    [Fact]
    public async Task A_password_is_refused_for_another_phone_another_agency_and_a_second_time()
    {
        var (survey, other) = (new SurveyCalls(running, "SV-REPLAY"), new SurveyCalls(running, "SV-REPLAY2"));
        await survey.OpenAsync();
        await other.OpenAsync();
        var otp = (await survey.PasswordAsync("0899999983"))!;
        await other.PasswordAsync("0899999983");
        var another = 899999984;
        while (await survey.PasswordAsync($"0{another}") == otp)
        {
            another++;
        }

        await RefusalsTests.RefusedAsync(
            survey.SendEitAsync($"0{another}", otp, SurveyCalls.Answers("EIT1")), HttpStatusCode.Forbidden, "otp-wrong");
        await SurveyCalls.AcceptedAsync(survey.SendEitAsync("0899999983", otp, SurveyCalls.Answers("EIT1")));
        await RefusalsTests.RefusedAsync(
            survey.SendEitAsync("0899999983", otp, SurveyCalls.Answers("EIT1", 2)), HttpStatusCode.Forbidden, "otp-used");
        await AssertStoredAsync(1, "SV-REPLAY");
        await AssertStoredAsync(0, "SV-REPLAY2");
    }

    [Fact]
    public async Task A_body_of_a_gigabyte_is_refused_before_it_is_read()
    {
        var survey = new SurveyCalls(running, "SV-GIGABYTE");
        await survey.OpenAsync();
        var body = new ZeroStream(1_000_000_000);
        using var content = new StreamContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        try
        {
            using var answer = await survey.PostAsync("iit/responses", content);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        }
        catch (HttpRequestException)
        {
            // The response was sent, and the connection was closed while the client was still writing.
        }

        // The host stops reading at 100 MB, and some more is in the buffers of both sides.
        Assert.True(body.Left > 800_000_000, $"{body.Left} bytes were not sent");
        await AssertStoredAsync(0, "SV-GIGABYTE");
    }

    [Fact]
    public async Task A_form_of_thousands_of_fields_is_refused()
    {
        var survey = new SurveyCalls(running, "SV-FIELDS");
        var code = await survey.OpenAsync();
        var fields = Enumerable.Range(0, 4_000).ToDictionary(number => $"f{number}", _ => "1");
        fields["code"] = code;
        fields["nonce"] = SurveyCalls.Nonce();

        using var answer = await survey.PostAsync("iit/responses", new FormUrlEncodedContent(fields));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await AssertStoredAsync(0, "SV-FIELDS");
    }

    [Fact]
    public async Task A_closed_survey_does_not_change_whatever_is_sent()
    {
        var survey = new SurveyCalls(running, "SV-SHUT");
        var code = await survey.OpenAsync();
        var otp = (await survey.PasswordAsync("0899999985"))!;
        await SurveyCalls.AcceptedAsync(survey.SendIitAsync(code, SurveyCalls.Answers("IIT")));
        await survey.CloseAsync();

        await RefusalsTests.RefusedAsync(survey.SendIitAsync(code, SurveyCalls.Answers("IIT")), HttpStatusCode.Conflict, "survey-closed");
        await RefusalsTests.RefusedAsync(
            survey.SendEitAsync("0899999985", otp, SurveyCalls.Answers("EIT1")), HttpStatusCode.Conflict, "survey-closed");
        await RefusalsTests.RefusedAsync(survey.PostAsync("eit/otp", new { phone = "0899999986" }), HttpStatusCode.Conflict, "survey-closed");
        using var byKey = await running.Api.PostAsync(
            $"{survey.Path}/eit/responses?part=2",
            JsonContent.Create(new { nonce = SurveyCalls.Nonce(), answers = SurveyCalls.Answers("EIT2") }));
        Assert.Equal(HttpStatusCode.Conflict, byKey.StatusCode);
        await AssertStoredAsync(1, "SV-SHUT");
    }

    /// <summary>Counts the rows in the table itself, independently of the meter; none of them contains anything but
    /// options.</summary>
    private async Task AssertStoredAsync(int sheets, string agency, int year = 2567)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in running.Storage.Tables.GetTableClient(StorageNames.Tables.Responses).QueryAsync<TableEntity>())
        {
            rows.Add(row);
        }

        Assert.Equal(sheets, rows.Count(row => TableKey.Unescape(row.PartitionKey).StartsWith($"{year}+{agency}+", StringComparison.Ordinal)));
        Assert.All(rows, row => Assert.Matches("^1\\.[0-9]{4}\\.[A-Z0-9]+\\.[0-9a-f]{8}\\.[01]\\.[1-9]+$", row.GetString("sheet")));
    }
}
