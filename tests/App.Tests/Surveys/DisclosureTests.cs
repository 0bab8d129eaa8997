using System.Net;
using System.Text.Json;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Web;

namespace Ita.App.Tests.Surveys;

/// <summary>What a few people answered is shown by no version, preview, file or figure of quality.</summary>
[Collection(AppTests.Name)]
public sealed class DisclosureTests(RunningApp running)
{
    [Fact]
    public async Task One_late_sheet_is_shown_by_no_version_preview_or_quality()
    {
        const string agency = "DC-LATE";
        var survey = new SurveyCalls(running, agency);
        var code = await survey.OpenAsync(internalStaff: 10);
        for (var sheet = 0; sheet < 10; sheet++)
        {
            await SurveyCalls.AcceptedAsync(survey.SendIitAsync(code, SurveyCalls.Answers("IIT", sheet % 2 == 0 ? 6 : 3)));
        }

        await survey.CloseAsync();
        Assert.True(IitOf(await survey.ScoredAsync()) > 0);
        Assert.NotEqual("null", await OfficialAsync());

        using var reopened = await survey.MoveAsync("reopen", """{"closes":"2099-12-31","reason":"อีกหนึ่งคน"}""");
        Assert.Equal("null", await OfficialAsync());
        await SurveyCalls.AcceptedAsync(survey.SendIitAsync(code, SurveyCalls.Answers("IIT", 1)));
        await survey.CloseAsync();
        await AssertWithheldAsync(2);

        await running.Api.PutAsync($"agencies/2567/{agency}", """{"agencyName":"หน่วยงานที่เปลี่ยนชื่อ"}""");
        await AssertWithheldAsync(3);
        await running.Api.SentAsync($"fiscal_year,agency_code,item,score\n2567,{agency},O1,100\n");
        await AssertWithheldAsync(4);

        async Task AssertWithheldAsync(int version)
        {
            var result = await Eventually.AsWishedAsync(
                () => running.Api.ResultAsync(2567, agency),
                seen => seen.Version() == version, $"version {version}");
            Assert.Null(IitOf(result));
            Assert.Equal("null", result.GetProperty("total").GetRawText());
            Assert.All(
                result.Indicator(1).GetProperty("items").EnumerateArray(), item => Assert.Equal("null", item.GetProperty("score").GetRawText()));
            Assert.Equal("null", await OfficialAsync());
            using var csv = await running.Api.GetAsync($"results/2567/{agency}?format=csv");
            Assert.DoesNotContain("\"I1\"", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.DoesNotContain("\"code\":\"I2\"", await DryRunAsync(), StringComparison.Ordinal);
        }

        async Task<string> OfficialAsync() => (await running.Api.JsonAsync($"{survey.Path}/quality")).GetProperty("forms")
            .EnumerateArray().First().GetProperty("official").GetRawText();

        // Any one figure that is not of the survey shows every difference from the version before.
        async Task<string> DryRunAsync()
        {
            using var answer = await running.Api.PostAsync(
                "uploads?name=one.csv&dryRun=true", new StringContent($"fiscal_year,agency_code,item,score\n2567,{agency},O2,100\n"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var changes = (await Caller.JsonAsync(answer)).GetProperty("results")[0].GetProperty("changes");
            Assert.All(changes.GetProperty("instruments").EnumerateArray(), change => Assert.NotEqual("IIT", change.GetProperty("code").GetString()));
            return changes.GetProperty("items").GetRawText();
        }
    }

    [Theory]
    [InlineData("DC-FILE4", 4, true)]
    [InlineData("DC-FILE5", 5, false)]
    [InlineData("DC-FILE6", 6, false)]
    public async Task Answers_of_few_people_in_a_file_are_withheld_as_those_of_a_form(string agency, int people, bool isHidden)
    {
        await running.Api.SentAsync(Answers(agency, people), "answers.csv");
        using var published = await running.Api.PostAsync($"results/2566/{agency}/publish");
        Assert.Equal(HttpStatusCode.OK, published.StatusCode);

        var item = (await running.App.Public.JsonAsync($"results/2566/{agency}")).Indicator(1).GetProperty("items")[0];
        Assert.Equal(isHidden, item.GetProperty("score").ValueKind == JsonValueKind.Null);
        using var csv = await running.App.Public.GetAsync($"results/2566/{agency}?format=csv");
        var rows = await csv.Content.ReadAsStringAsync();
        Assert.True(!isHidden == rows.Contains("\"I1\"", StringComparison.Ordinal), rows);
    }

    // Sent again, a figure in a form is a stated one, and those are not withheld.
    [Theory]
    [InlineData("DC-FORM4", 4)]
    [InlineData("DC-FORM5", 5)]
    public async Task A_form_is_not_filled_with_figures_of_answers(string agency, int people)
    {
        await running.Api.SentAsync(Answers(agency, people), "answers.csv");
        await running.Api.SentAsync($"fiscal_year,agency_code,item,score\n2566,{agency},O1,100\n", "stated.csv");

        using var form = await running.Api.GetAsync($"templates/scores.csv?fiscalYear=2566&agency={agency}");
        var known = CsvText.Parse(await form.Content.ReadAsByteArrayAsync()).Skip(1).Where(row => row[^2].Length > 0);

        Assert.Equal(["O1 100"], known.Select(row => $"{row[^4]} {decimal.Parse(row[^2], CultureInfo.InvariantCulture):0}"));
    }

    [Fact]
    public async Task A_corrected_file_with_one_more_person_does_not_show_the_answers_of_that_person()
    {
        const string agency = "DC-CORRECTED";
        await running.Api.SentAsync(Answers(agency, 6), "draft.csv");
        await running.Api.SentAsync(Answers(agency, 7), "answers.csv");
        Assert.NotNull(FirstItem(await running.Api.ResultAsync(2566, agency)));
        using var published = await running.Api.PostAsync($"results/2566/{agency}/publish");

        var corrected = await running.Api.SentAsync(Answers(agency, 8), "corrected.csv");

        Assert.Equal("accepted", corrected.Status());
        Assert.Equal(3, (await running.Api.ResultAsync(2566, agency)).Version());
        Assert.Null(FirstItem(await running.Api.ResultAsync(2566, agency)));
    }

    private static decimal? IitOf(JsonElement result) =>
        result.GetProperty("instruments").GetProperty("IIT").GetProperty("score") is { ValueKind: JsonValueKind.Number } score
            ? score.GetDecimal()
            : null;

    private static decimal? FirstItem(JsonElement result) =>
        result.Indicator(1).GetProperty("items")[0].GetProperty("score") is { ValueKind: JsonValueKind.Number } score ? score.GetDecimal() : null;

    private static string Answers(string agency, int people) =>
        "fiscal_year,agency_code,instrument,respondent,i1,i2\n" + string.Concat(Enumerable.Range(1, people).Select(
            person => FormattableString.Invariant($"2566,{agency},IIT,{person},{(person % 2 == 0 ? 100 : 0)},{(person % 3 == 0 ? 0 : 100)}\n")));
}
