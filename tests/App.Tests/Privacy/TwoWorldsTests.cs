using System.Text.Json;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Surveys;
using Answered = System.Collections.Generic.SortedDictionary<string, string>;

namespace Ita.App.Tests.Privacy;

/// <summary>
/// Two agencies differ only in what a few people answered. When everything that can be read about one is the same as about the other, neither
/// equations nor intervals nor hashes over any number of answers can tell what those people answered.
/// </summary>
[Collection(WholeStoreTests.Name)]
public sealed class TwoWorldsTests(RunningApp running)
{
    private const int First = 1;
    private const int Last = 6;

    [Theory]
    [InlineData("IIT", 1)]
    [InlineData("IIT", 4)]
    [InlineData("EIT1", 1)]
    public async Task The_agency_learns_nothing_from_late_sheets_by_any_version_diff_report_dry_run_or_quality(string form, int late) =>
        AssertSame(await LateSheetsAsync(form, late));

    [Fact]
    public async Task Sheets_of_five_people_do_differ()
    {
        var (one, other) = await LateSheetsAsync("IIT", late: 5);

        Assert.NotEqual(one.Values, other.Values);
    }

    [Fact]
    public async Task The_public_learns_nothing_from_one_more_person_in_a_corrected_file()
    {
        var agencies = new[] { "TW-FILE-000", "TW-FILE-100" };
        foreach (var (agency, answer) in agencies.Zip([0, 100]))
        {
            await running.Api.SentAsync(Answers(agency, 6, answer), "answers.csv");
            await PublishAsync(agency);
            await running.Api.SentAsync(Answers(agency, 7, answer), "corrected.csv");
            await PublishAsync(agency);
        }

        await using var app = await AppInProcess.StartAsync(running.ConnectionString, ("ITA_READS", "keyed"));
        var crawl = new Crawl(app, 2566, versions: 2);
        AssertSame((await crawl.ReadAsync(agencies[0], null), await crawl.ReadAsync(agencies[1], null)));
    }

    // Both worlds exist before either is read, because a rank depends on the other agencies.
    private async Task<(Answered One, Answered Other)> LateSheetsAsync(string form, int late)
    {
        var agencies = new[] { First, Last }.Select(option => (Code: $"TW-{form}-{late}-{option}", Option: option)).ToArray();
        foreach (var (code, option) in agencies)
        {
            await CloseReopenCorrectAsync(code, form, late, option);
        }

        await using var app = await AppInProcess.StartAsync(running.ConnectionString, ("ITA_READS", "keyed"));
        return (await ReadAsync(agencies[0].Code), await ReadAsync(agencies[1].Code));

        // The year before too, whose plan is compared with this year.
        async Task<Answered> ReadAsync(string agency)
        {
            var key = await KeyAsync(agency);
            var (now, before) = (
                await new Crawl(app, 2567, versions: 4).ReadAsync(agency, key), await new Crawl(app, 2566, versions: 1).ReadAsync(agency, key));
            return new(now.Concat(before.Where(one => !now.ContainsKey(one.Key))).ToDictionary(), StringComparer.Ordinal);
        }
    }

    private async Task CloseReopenCorrectAsync(string agency, string form, int late, int option)
    {
        await running.Api.SentAsync(ScoreFile.Whole(2566, [agency], (_, _) => 80m));
        using (await running.Api.PutAsync($"measures/2566/{agency}", """[{"measure":"เผยแพร่คู่มือ","issue":1,"items":["I1","E1"]}]"""))
        {
        }

        var survey = new SurveyCalls(running, agency);
        var code = await survey.OpenAsync();
        for (var sheet = 0; sheet < 10; sheet++)
        {
            await SendAsync(survey, form, code, sheet, sheet % 2 == 0 ? Last : 3);
        }

        await survey.CloseAsync();
        await survey.ScoredAsync();
        using (await survey.MoveAsync("reopen", """{"closes":"2099-12-31","reason":"ขยายเวลา"}"""))
        {
            for (var sheet = 10; sheet < 10 + late; sheet++)
            {
                await SendAsync(survey, form, code, sheet, option);
            }
        }

        await survey.CloseAsync();
        await VersionAsync(agency, 2);
        using (await running.Api.PutAsync($"agencies/2567/{agency}", """{"agencyName":"หน่วยงานที่เปลี่ยนชื่อ"}"""))
        {
            await VersionAsync(agency, 3);
        }

        await running.Api.SentAsync(ScoreFile.Of($"2567,{agency},O1,100"));
        await VersionAsync(agency, 4);
    }

    private static async Task SendAsync(SurveyCalls survey, string form, string code, int sheet, int option)
    {
        var answers = SurveyCalls.Answers(form, option);
        var phone = FormattableString.Invariant($"08{Math.Abs(survey.Path.GetHashCode(StringComparison.Ordinal)) % 10_000:0000}{sheet:0000}");
        await SurveyCalls.AcceptedAsync(form == "IIT"
            ? survey.SendIitAsync(code, answers)
            : survey.SendEitAsync(phone, (await survey.PasswordAsync(phone))!, answers));
    }

    private Task VersionAsync(string agency, int version) =>
        Eventually.AsWishedAsync(() => running.Api.ResultAsync(2567, agency), seen => seen.Version() == version, $"version {version} of {agency}");

    private async Task PublishAsync(string agency)
    {
        using var published = await running.Api.PostAsync($"results/2566/{agency}/publish", new StringContent("""{"reason":"ครบกำหนด"}"""));
        Assert.True(published.IsSuccessStatusCode, await published.Content.ReadAsStringAsync());
    }

    private async Task<string> KeyAsync(string agency)
    {
        using var answer = await running.Api.PostAsync("keys", new StringContent(JsonSerializer.Serialize(new { scope = "agency", agency })));
        return (await Caller.JsonAsync(answer)).GetProperty("key").GetString()!;
    }

    // The last person of seven gave the answer; the others are the same in both worlds.
    private static string Answers(string agency, int people, int last) =>
        "fiscal_year,agency_code,instrument,respondent,i1,i2\n" + string.Concat(Enumerable.Range(1, people).Select(person =>
        {
            var (first, second) = person == 7 ? (last, last) : (person % 2 * 100, person % 3 == 0 ? 0 : 100);
            return FormattableString.Invariant($"2566,{agency},IIT,{person},{first},{second}\n");
        }));

    private static void AssertSame((Answered One, Answered Other) worlds)
    {
        var (one, other) = worlds;
        Assert.Equal(one.Keys, other.Keys);
        Assert.True(one.Values.Count(answer => answer.StartsWith("200", StringComparison.Ordinal)) > 20);
        foreach (var (address, answer) in one)
        {
            Assert.True(answer == other[address], $"{address}\n{Difference(answer, other[address])}");
        }
    }

    private static string Difference(string one, string other)
    {
        var at = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{Near(one)}\n--- and ---\n{Near(other)}";

        string Near(string text) => text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 200)];
    }
}
