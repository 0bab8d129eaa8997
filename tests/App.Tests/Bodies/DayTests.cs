using System.Net;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Bodies;

/// <summary>Days and months are of the Common Era; one of the Buddhist Era is refused with the day meant.</summary>
[Collection(AppTests.Name)]
public sealed class DayTests(RunningApp running)
{
    [Theory]
    [InlineData("2569-11-01", "day-buddhist-era", "2026-11-01")]
    [InlineData("2567-02-29", "day-buddhist-era", "2024-02-29")]
    [InlineData("2568-02-29", "day-impossible", "2568-02-29")]
    [InlineData("2400-01-01", "day-buddhist-era", "1857-01-01")]
    [InlineData("2399-12-31", "day-out-of-range", "2399-12-31")]
    [InlineData("2200-01-01", "day-out-of-range", "2200-01-01")]
    [InlineData("1999-12-31", "day-out-of-range", "1999-12-31")]
    [InlineData("0001-01-01", "day-out-of-range", "0001-01-01")]
    [InlineData("0000-01-01", "day-impossible", "0000-01-01")]
    [InlineData("2026-02-30", "day-impossible", "2026-02-30")]
    [InlineData("2026-13-01", "day-impossible", "2026-13-01")]
    [InlineData("2026-00-10", "day-impossible", "2026-00-10")]
    [InlineData("1/11/2569", "day-form", "2026-11-01")]
    [InlineData("2026-11-01T00:00:00Z", "day-form", "yyyy-mm-dd")]
    [InlineData("2026-11-1", "day-form", "yyyy-mm-dd")]
    [InlineData("2026-11-01\\n", "day-form", "yyyy-mm-dd")]
    [InlineData("๒๕๖๙-๑๑-๐๑", "day-form", "yyyy-mm-dd")]
    [InlineData("", "day-form", "yyyy-mm-dd")]
    public async Task A_day_that_is_not_of_the_common_era_is_refused_everywhere(string day, string code, string told)
    {
        foreach (var (path, body, problemCode) in Bodies(day))
        {
            var method = path.EndsWith("reopen", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Put;
            var problem = await BodyTests.ProblemAsync(running.Api.SendAsync(method, path, new StringContent(body)), problemCode);
            Assert.Contains(BodyTests.Errors(problem), error => error.Code == code);
            Assert.Contains(told, problem.GetProperty("detailEn").GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("2000-01-01", HttpStatusCode.OK)]
    [InlineData("2024-02-29", HttpStatusCode.OK)]
    [InlineData("2199-12-31", HttpStatusCode.OK)]
    public async Task A_day_of_the_common_era_is_stored(string day, HttpStatusCode status)
    {
        using var answer = await running.Api.PutAsync("reports/2566/DAYS/memo/head", $$"""{"date":"{{day}}"}""");

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(day, (await running.Api.JsonAsync("reports/2566/DAYS/memo/head")).GetProperty("date").GetString());
    }

    [Theory]
    [InlineData("2026-13", "day-impossible")]
    [InlineData("2026-00", "day-impossible")]
    [InlineData("2569-11", "day-buddhist-era")]
    [InlineData("1999-12", "day-out-of-range")]
    [InlineData("2026-11-01", "month-form")]
    [InlineData("11/2026", "month-form")]
    [InlineData("", "month-form")]
    [InlineData("2026-1", "month-form")]
    public async Task A_month_that_does_not_exist_is_refused(string month, string code)
    {
        var problem = await BodyTests.ProblemAsync(running.Api.GetAsync($"audit?month={Uri.EscapeDataString(month)}"), "month-invalid");

        Assert.Contains(("month", code), BodyTests.Errors(problem));
    }

    [Fact]
    public async Task A_month_without_entries_is_empty() =>
        Assert.Equal(0, (await running.Api.JsonAsync("audit?month=2001-01")).GetProperty("entries").GetArrayLength());

    [Theory]
    [InlineData("2569-11-01")]
    [InlineData("2026-02-30")]
    [InlineData("today")]
    public Task A_day_of_reminders_that_does_not_exist_is_refused(string day) =>
        RefusalsTests.RefusedAsync(running.Api.GetAsync($"surveys/2567/reminders?day={day}"), HttpStatusCode.BadRequest, "day-invalid");

    private static IEnumerable<(string Path, string Body, string Code)> Bodies(string day) =>
    [
        ("surveys/2567/DAYS", $$"""{"opens":"{{day}}","closes":"2026-12-31"}""", "survey-invalid"),
        ("surveys/2567/DAYS", $$"""{"opens":"2026-01-01","closes":"{{day}}"}""", "survey-invalid"),
        ("surveys/2567/DAYS/reopen", $$"""{"reason":"ขยายเวลา","closes":"{{day}}"}""", "survey-invalid"),
        ("reports/2566/DAYS/circular/head", $$"""{"date":"{{day}}"}""", "head-invalid"),
        ("measures/2566/DAYS", $$"""[{"measure":"ก","evidence":[{"url":"https://a.go.th/1","date":"{{day}}"}]}]""", "measures-invalid"),
        ("measures/2566/DAYS", $$"""[{"measure":"ก","reports":[{"round":"sixMonths","date":"{{day}}"}]}]""", "measures-invalid"),
    ];
}
