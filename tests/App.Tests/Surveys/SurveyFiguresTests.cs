using System.Net;
using Ita.App.Tests.Hosting;
using Ita.Domain.Responses;

namespace Ita.App.Tests.Surveys;

/// <summary>What people ask of a running survey: how many by day, and what the flags mean.</summary>
[Collection(AppTests.Name)]
public sealed class SurveyFiguresTests(RunningApp running)
{
    [Fact]
    public async Task Days_are_shown_from_five_sheets_on_in_the_API_and_on_the_page_in_both_languages()
    {
        var survey = new SurveyCalls(running, "FIGURES-DAYS");
        var code = await survey.OpenAsync();
        using var pages = new PageClient(running.App.Host.Address, key: null);
        for (var sheet = 0; sheet < 4; sheet++)
        {
            await SurveyCalls.AcceptedAsync(survey.SendIitAsync(code, SurveyCalls.Answers("IIT")));
        }

        Assert.Equal(0, (await survey.MeterAsync("IIT")).GetProperty("days").GetArrayLength());
        Assert.DoesNotContain("รายวัน", (await pages.GetAsync($"/{survey.Path}")).Text, StringComparison.Ordinal);
        await SurveyCalls.AcceptedAsync(survey.SendIitAsync(code, SurveyCalls.Answers("IIT")));

        var days = (await survey.MeterAsync("IIT")).GetProperty("days").EnumerateArray().ToList();
        Assert.Equal(5, days.Sum(day => day.GetProperty("sheets").GetInt32()));
        Assert.Equal(5, days[^1].GetProperty("until").GetInt32());
        // Midnight may be between the first sheet and the last.
        Assert.InRange(days[0].GetProperty("to").GetDateTime() - days[0].GetProperty("from").GetDateTime(), TimeSpan.Zero, TimeSpan.FromDays(1));
        Assert.Contains("จำนวนชุดคำตอบรายวัน", (await pages.GetAsync($"/{survey.Path}")).Text, StringComparison.Ordinal);
        Assert.Contains("answers by day", (await pages.GetAsync($"/{survey.Path}?lang=en")).Text, StringComparison.Ordinal);
        Assert.Equal(0, (await survey.MeterAsync("EIT1")).GetProperty("days").GetArrayLength());
    }

    [Fact]
    public async Task The_quality_page_says_what_to_do_about_a_raised_flag_and_links_from_the_surveys_page()
    {
        const string Agency = "FIGURES-QUALITY";
        const string Address = $"/survey-years/2567/{Agency}";
        var survey = new SurveyCalls(running, Agency);
        var code = await survey.OpenAsync(internalStaff: 1);
        for (var sheet = 0; sheet < 2; sheet++)
        {
            await SurveyCalls.AcceptedAsync(survey.SendIitAsync(code, SurveyCalls.Answers("IIT")));
        }

        using var changed = await running.Api.PutAsync($"agencies/2567/{Agency}", """{"internalStaff":1}""");
        using var pages = new PageClient(running.App.Host.Address);
        using var stranger = new PageClient(running.App.Host.Address, key: null);
        var control = await pages.GetAsync(Address);
        var quality = await pages.GetAsync($"{Address}/quality");

        Assert.Contains($"href=\"/api/app{Address}/quality\"", control.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, quality.Status);
        var raised = Flag("more-than-population");
        Assert.Contains(raised.Name.Th, quality.Text, StringComparison.Ordinal);
        Assert.Contains(raised.Advice.Th, quality.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Flag("population-changed").Advice.Th, quality.Text, StringComparison.Ordinal);
        // The survey is open: nothing is computed from its answers.
        Assert.DoesNotContain(Flag("straight-line").Name.Th, quality.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync($"{Address}/quality")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await pages.GetAsync("/survey-years/2567/FIGURES-NONE/quality")).Status);
    }

    [Theory]
    [InlineData(2567, true)]
    [InlineData(2566, false)]
    public async Task The_page_of_sample_rules_says_which_applies_and_shows_the_other_variant_where_one_is_known(int year, bool hasOther)
    {
        using var pages = new PageClient(running.App.Host.Address, key: null);

        var page = await pages.GetAsync($"/samples/{year}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("เกณฑ์ที่ระบบใช้", page.Text, StringComparison.Ordinal);
        Assert.Equal(hasOther, page.Text.Contains("ร้อยละ 20 ของจำนวนทั้งหมด แต่ไม่น้อยกว่า 30 คน", StringComparison.Ordinal));
        Assert.Equal(hasOther, page.Text.Contains("fliphtml5.com/gwwiq/kgpc p. 56 (29 August 2567)", StringComparison.Ordinal));
        Assert.Equal(hasOther ? 7 : 0, page.Text.Split("ขั้นต่ำ (คน)\" class").Length - 1);
        Assert.Equal(HttpStatusCode.NotFound, (await pages.GetAsync("/samples/2501")).Status);
    }

    private static QualityFlag Flag(string code) => new(code, 0, 0, System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty);
}
