using System.Net;
using System.Net.Http.Json;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Surveys;

/// <summary>Posters and the letter to the staff, as they are asked for.</summary>
[Collection(AppTests.Name)]
public sealed class InvitationTests(RunningApp running)
{
    [Theory]
    [InlineData("eit/poster?format=html", "text/html")]
    [InlineData("eit/poster?format=html&size=a5", "text/html")]
    [InlineData("iit/poster?format=docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("eit/poster", "application/pdf")]
    [InlineData("iit/letter?format=html", "text/html")]
    public async Task An_invitation_is_made_in_each_format(string path, string type)
    {
        var survey = new SurveyCalls(running, "INVITE");
        await survey.OpenAsync();

        using var answer = await running.Api.GetAsync($"{survey.Path}/{path}");

        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        if (type == "text/html")
        {
            Assert.Contains("/s/2567/INVITE/", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("eit/poster?size=a3", HttpStatusCode.BadRequest, "size-unknown")]
    [InlineData("eit/poster?format=png", HttpStatusCode.BadRequest, "format-unknown")]
    [InlineData("oit/poster", HttpStatusCode.NotFound, "not-found")]
    [InlineData("eit/letter", HttpStatusCode.NotFound, "not-found")]
    public async Task Others_are_refused(string path, HttpStatusCode status, string code)
    {
        var survey = new SurveyCalls(running, "INVITE-NOT");
        await survey.OpenAsync();

        using var answer = await running.Api.GetAsync($"{survey.Path}/{path}");

        Assert.Equal((status, code), (answer.StatusCode, (await Caller.JsonAsync(answer)).GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Nobody_is_invited_to_a_closed_survey_and_only_the_agency_prints()
    {
        var survey = new SurveyCalls(running, "INVITE-CLOSED");
        await survey.OpenAsync();
        using var stranger = await running.App.Public.GetAsync($"{survey.Path}/eit/poster");
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);

        await survey.CloseAsync();
        using var answer = await running.Api.GetAsync($"{survey.Path}/eit/poster");
        var code = (await Caller.JsonAsync(answer)).GetProperty("code").GetString();
        Assert.Equal((HttpStatusCode.Conflict, "survey-closed"), (answer.StatusCode, code));
    }

    [Fact]
    public async Task The_letter_prints_the_code_only_for_who_has_it()
    {
        var survey = new SurveyCalls(running, "INVITE-CODE");
        var code = await survey.OpenAsync();

        using var box = await running.Api.GetAsync($"{survey.Path}/iit/letter?format=html");
        Assert.DoesNotContain(code, await box.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var typed = code.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        using var printed = await running.Api.PostAsync($"{survey.Path}/iit/letter?format=html", JsonContent.Create(new { code = typed }));
        Assert.Contains(code, await printed.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        foreach (var wrong in (string[])["AAAA-AAAA-AAAA", "", "1"])
        {
            using var refused = await running.Api.PostAsync($"{survey.Path}/iit/letter", JsonContent.Create(new { code = wrong }));
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
    }

    [Fact]
    public async Task The_page_of_invitations_keeps_a_wrong_code_beside_its_fault()
    {
        var survey = new SurveyCalls(running, "INVITE-PAGE");
        var code = await survey.OpenAsync();
        using var pages = new PageClient(running.App.Host.Address);

        var shown = await pages.GetAsync("/survey-invitations/2567/INVITE-PAGE");
        Assert.Contains("/api/v1/surveys/2567/INVITE-PAGE/eit/poster?size=a5&format=docx", shown.Text, StringComparison.Ordinal);
        var refused = await pages.PostAsync("/survey-invitations/2567/INVITE-PAGE/letter", ("code", "AAAA-AAAA-AAAA"), ("format", "html"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("value=\"AAAA-AAAA-AAAA\"", refused.Text, StringComparison.Ordinal);
        var printed = await pages.PostAsync("/survey-invitations/2567/INVITE-PAGE/letter", ("code", code), ("format", "html"));
        Assert.Contains(code, printed.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/s/2567/INVITE/EIT", HttpStatusCode.Redirect, "/api/app/surveys/2567/INVITE/eit")]
    [InlineData("/s/2567/INV%20ITE/iit", HttpStatusCode.Redirect, "/api/app/surveys/2567/INV%20ITE/iit")]
    [InlineData("/s/2567/INVITE/x%2f%2felsewhere.example", HttpStatusCode.NotFound, null)]
    [InlineData("/s/9999/INVITE/eit", HttpStatusCode.NotFound, null)]
    public async Task A_short_address_leads_to_the_form(string path, HttpStatusCode status, string? to)
    {
        using var http = PatientClient.Of(running.App.Host.Address);

        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal((status, to), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }
}
