using System.Text;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Results;

/// <summary>What the best tenth of a type reach, from storage to the plan, the page and the analysis. In an app of its own, which has read no
/// scores yet.</summary>
[Collection(AppTests.Name)]
public sealed class BestTenthsTests(RunningApp running) : IAsyncLifetime
{
    private const string Type = "องค์การมหาชน";
    private const string Draft = "TENTH-10";
    private AppInProcess app = null!;

    public async Task InitializeAsync()
    {
        var agencies = Enumerable.Range(0, 11).Select(number => $"TENTH-{number:00}").ToList();
        await running.Api.SentAsync(
            "fiscal_year,agency_code,agency_type\n" + string.Join('\n', agencies.Select(agency => $"2567,{agency},{Type}")) + "\n",
            "tenth-types.csv");
        await running.Api.SentAsync(ScoreFile.Whole(2567, agencies, (agency, _) => agency == 10 ? 60m : 71m + agency), "tenth-scores.csv");
        foreach (var agency in agencies.Where(agency => agency != Draft))
        {
            using var published = await running.Api.PostAsync(
                $"results/2567/{agency}/publish", new StringContent("{}", Encoding.UTF8, "application/json"));
            Assert.True(published.IsSuccessStatusCode, await published.Content.ReadAsStringAsync());
        }

        app = await AppInProcess.StartAsync(running.ConnectionString);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task The_plan_of_a_draft_has_what_the_best_of_ten_published_agencies_of_its_type_reach()
    {
        using var api = new Caller(app.Address, AppOnHost.Key);

        var plan = await api.JsonAsync($"results/2567/{Draft}/plan");

        var raises = plan.GetProperty("realistic").GetProperty("raises").EnumerateArray().ToList();
        Assert.NotEmpty(raises);
        Assert.All(raises, raise => Assert.Equal(80m, raise.GetProperty("bestTenth").GetDecimal()));
        Assert.Contains("กลุ่มดีที่สุดร้อยละ 10", await TextAsync(api, $"/api/app/results/2567/{Draft}"), StringComparison.Ordinal);
        var analysis = await TextAsync(api, $"reports/2567/{Draft}/analysis?format=html");
        Assert.Contains("ร้อยละ 10", analysis, StringComparison.Ordinal);
        Assert.Contains("คะแนนรวมเทียบกับกลุ่มเดียวกัน", analysis, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(Caller api, string path)
    {
        using var answer = await api.GetAsync(path);
        return System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
