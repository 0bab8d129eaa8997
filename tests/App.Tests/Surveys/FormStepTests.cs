using System.IO.Compression;
using System.Net;
using System.Text;
using Ita.App.Surveys.Forms;
using Ita.App.Tests.Hosting;
using Ita.App.Web.Assets;
using Ita.Domain.Responses;

namespace Ita.App.Tests.Surveys;

/// <summary>The pages of a form: one part at a time, with the answers of the others in the page.</summary>
[Collection(AppTests.Name)]
public sealed class FormStepTests(RunningApp running)
{
    private const int MostBytes = 40 * 1024;

    private static readonly QuestionList Staff = SurveyCalls.Form("IIT");

    [Fact]
    public async Task A_form_is_filled_in_part_by_part_and_nothing_is_stored_before_it_is_sent()
    {
        var (survey, visit) = await StartAsync("STEPS-ALL");
        using var _ = visit;

        await visit.FillAsync([Staff]);

        Assert.Equal("check", visit.Held["at"]);
        Assert.All(Staff.Questions, question => Assert.Contains(question.Text, visit.Last.Text, StringComparison.Ordinal));
        Assert.Equal(0, await survey.GotAsync("IIT"));
        var sent = await visit.SendAsync();
        Assert.Equal((HttpStatusCode.SeeOther, $"/api/app{visit.Address}/thanks"), (sent.Status, sent.Location));
        Assert.Equal(1, await survey.GotAsync("IIT"));
    }

    [Theory]
    [InlineData("I15", "7")]
    [InlineData("I15", "0")]
    [InlineData("I4", "100")]
    [InlineData("I4", "<script>alert(1)</script>")]
    [InlineData("I99", "1")]
    [InlineData("score", "100")]
    public async Task A_hidden_value_that_was_changed_is_refused_at_each_step(string field, string value)
    {
        var (survey, visit) = await StartAsync($"STEPS-FORGED-{field}-{value.Length}");
        using var _ = visit;

        var refused = await visit.GoAsync("next", ("I1", "1"), ("I2", "1"), ("I3", "1"), (field, value));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("role=\"alert\"", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"name=\"{field}\" value=\"{value}\"", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await survey.GotAsync("IIT"));
    }

    [Fact]
    public async Task A_hidden_value_that_is_too_long_is_refused()
    {
        var (_, visit) = await StartAsync("STEPS-LONG");
        using var closing = visit;

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await visit.GoAsync("next", ("I15", new string('1', 100_000)))).Status);
    }

    [Fact]
    public async Task A_part_is_left_only_when_it_is_answered_but_backwards_always()
    {
        var (_, visit) = await StartAsync("STEPS-GAP");
        using var closing = visit;
        await visit.GoAsync("next", ("I1", "1"), ("I2", "2"), ("I3", "1"));

        var refused = await visit.GoAsync("next", ("I4", "3"));
        Assert.Equal((HttpStatusCode.BadRequest, "2"), (refused.Status, visit.Held["at"]));
        Assert.Contains("href=\"#q-I5\"", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"#q-I7\"", refused.Text, StringComparison.Ordinal);

        var back = await visit.GoAsync("back", ("I4", "3"));
        Assert.Equal((HttpStatusCode.OK, "1"), (back.Status, visit.Held["at"]));
        Assert.Contains("value=\"2\" id=\"q-I2-2\" checked", back.Text, StringComparison.Ordinal);
        Assert.Equal("3", visit.Held["I4"]);
    }

    [Fact]
    public async Task The_page_before_sending_is_not_reached_with_gaps()
    {
        var (_, visit) = await StartAsync("STEPS-JUMP");
        using var closing = visit;

        await visit.GoAsync("check", ("I1", "1"), ("I2", "1"), ("I3", "1"));
        Assert.Equal((HttpStatusCode.BadRequest, "2"), (visit.Last.Status, visit.Held["at"]));

        await visit.GoAsync("all");
        Assert.Equal("all", visit.Held["at"]);
        var refused = await visit.GoAsync("check", ("I1", "1"));
        Assert.Equal((HttpStatusCode.BadRequest, "all"), (refused.Status, visit.Held["at"]));
        Assert.Contains("href=\"#q-I15\"", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_changes_without_losing_an_answer()
    {
        var survey = new SurveyCalls(running, "STEPS-LANG");
        var code = await survey.OpenAsync();
        using var visit = new FormVisit(running, "STEPS-LANG", "iit", "?lang=en");
        await visit.OpenAsync();
        Assert.Contains("<html lang=\"en\"", visit.Last.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await visit.StartAsync(("code", "AAAA-AAAA-AAAA"))).Status);
        Assert.Contains("The agency's code is wrong", visit.Last.Text, StringComparison.Ordinal);

        await visit.StartAsync(("code", code));
        var english = await visit.GoAsync("here", ("I2", "3"));
        Assert.Contains("Part 1 of 5", english.Text, StringComparison.Ordinal);
        Assert.Contains("no official English version", english.Text, StringComparison.Ordinal);
        Assert.Contains($"formaction=\"/api/app{visit.Address}/steps\"", english.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"3\" id=\"q-I2-3\" checked", english.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_a_form_that_was_sent_shows_no_answers_when_it_is_posted_again()
    {
        var (survey, visit) = await StartAsync("STEPS-HISTORY");
        using var _ = visit;
        await visit.FillAsync([Staff]);
        var held = visit.Held.ToArray();
        await visit.SendAsync();

        var again = await visit.PostAsync("/steps", [.. held.Select(field => (field.Key, field.Value)), ("go", "2")]);

        Assert.Equal((HttpStatusCode.SeeOther, $"/api/app{visit.Address}/thanks"), (again.Status, again.Location));
        Assert.Equal(1, await survey.GotAsync("IIT"));
    }

    [Fact]
    public async Task The_pages_of_a_form_can_be_shown_again_by_the_browser_and_others_are_not_kept()
    {
        var (_, visit) = await StartAsync("STEPS-CACHE");
        using var closing = visit;

        Assert.Equal("no-cache, private", visit.Last.CacheControl);
        Assert.Equal("no-store", (await visit.GoAsync("next")).CacheControl);
        Assert.Equal("no-store", (await visit.OpenAsync()).CacheControl);
    }

    [Theory]
    [InlineData(2567)]
    [InlineData(2566)]
    [InlineData(2564)]
    public async Task The_pages_of_a_form_are_small_with_their_style_sheet_and_script(int year)
    {
        var agency = $"STEPS-BYTES-{year}";
        var code = await new SurveyCalls(running, agency, year).OpenAsync();
        using var visit = new FormVisit(running, agency, "iit", year: year);
        Assert.InRange(Sizes(await visit.OpenAsync()).Plain, 1, MostBytes);

        await visit.StartAsync(("code", code));
        do
        {
            Assert.InRange(Sizes(visit.Last).Plain, 1, MostBytes);
            Assert.DoesNotContain("woff2", visit.Last.Text, StringComparison.Ordinal);
            var form = SurveyCalls.Form("IIT", year);
            var shown = FormStep.All(form)[int.Parse(visit.Held["at"], CultureInfo.InvariantCulture) - 1].Questions;
            await visit.GoAsync("next", [.. shown.Select(question => (question.Code, "1"))]);
        }
        while (visit.Held["at"] != "check");
        Assert.InRange(Sizes(visit.Last).Packed, 1, MostBytes / 2);
        Assert.InRange(Sizes(await visit.GoAsync("all")).Packed, 1, MostBytes / 2);
    }

    [Fact]
    public void Parts_have_about_five_questions_and_keep_items_together()
    {
        foreach (var form in new[] { 2564, 2565, 2566, 2567 }.SelectMany(year => new[] { "IIT", year > 2565 ? "EIT1" : "EIT" }, SurveyFormOf))
        {
            var steps = FormStep.All(form);
            Assert.Equal(form.Questions, steps.SelectMany(step => step.Questions));
            Assert.All(steps, step => Assert.InRange(step.Questions.Length, 1, 6));
            Assert.All(steps.SelectMany(step => step.Questions.Select(question => (step.Number, question.Item))).GroupBy(pair => pair.Item), item =>
                Assert.Single(item.Select(pair => pair.Number).Distinct()));
        }
    }

    private static QuestionList SurveyFormOf(int year, string code) => SurveyCalls.Form(code, year);

    // The page, the style sheet and the script, as bytes and compressed.
    private static (int Plain, int Packed) Sizes(PageReply page)
    {
        byte[][] parts = [Encoding.UTF8.GetBytes(page.Text), Asset.Find("app.css")!.Content, Asset.Find("survey-draft.js")!.Content];
        return (parts.Sum(part => part.Length), parts.Sum(Packed));
    }

    private static int Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return (int)packed.Length;
    }

    private async Task<(SurveyCalls Survey, FormVisit Visit)> StartAsync(string agency)
    {
        var survey = new SurveyCalls(running, agency);
        var code = await survey.OpenAsync();
        var visit = new FormVisit(running, agency, "iit");
        await visit.OpenAsync();
        Assert.Equal(HttpStatusCode.OK, (await visit.StartAsync(("code", code))).Status);
        return (survey, visit);
    }
}
