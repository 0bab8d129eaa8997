using System.Net;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Surveys;

/// <summary>The minimum sample sizes of 2567, which are public.</summary>
[Collection(AppTests.Name)]
public sealed class SampleSizeTests(RunningApp running)
{
    [Theory]
    [InlineData(29, 29)]
    [InlineData(30, 30)]
    [InlineData(150, 30)]
    [InlineData(151, 31)]
    [InlineData(2000, 400)]
    [InlineData(2001, 400)]
    public async Task Staff(int people, int minimum)
    {
        var answer = (await running.App.Public.JsonAsync($"sample-size?fiscalYear=2567&internal={people}")).GetProperty("minimums");

        var only = Assert.Single(answer.EnumerateArray());
        Assert.Equal(("IIT", minimum), (only.GetProperty("instrument").GetString(), only.GetProperty("minimum").GetInt32()));
        Assert.Matches("[ก-๙]", only.GetProperty("rule").GetString());
        Assert.Contains("20 percent", only.GetProperty("ruleEn").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fiscalYear=2567", "sample-size-invalid", HttpStatusCode.BadRequest)]
    [InlineData("fiscalYear=2567&external=-1", "sample-size-invalid", HttpStatusCode.BadRequest)]
    [InlineData("internal=5", "unknown-year", HttpStatusCode.NotFound)]
    public Task An_ambiguous_text_is_refused(string query, string code, HttpStatusCode status) =>
        RefusalsTests.RefusedAsync(running.App.Public.GetAsync($"sample-size?{query}"), status, code);
}
