using System.Text.Json;
using Ita.Functions.Tests.EndToEnd;
using Ita.Functions.Tests.Hosting;

namespace Ita.Functions.Tests.Runs;

/// <summary>A few agencies of a province of their own, so that no other test is in the run's scope.</summary>
internal static class RunNation
{
    public const int Year = 2565;

    /// <summary>Registers agencies, and scores those with a score.</summary>
    public static async Task SentAsync(Caller api, string province, params (string Code, decimal? Score)[] agencies)
    {
        var registry = agencies.Select(agency => $"{Year},{agency.Code},หน่วยงาน {agency.Code},เทศบาลตำบล,{province}");
        var registered = await api.SentAsync(string.Join('\n', registry.Prepend("fiscal_year,agency_code,agency_name,agency_type,province")) + "\n", $"{province}.csv");
        Assert.Equal("accepted", registered.Status());
        var scored = agencies.Where(agency => agency.Score is not null).ToList();
        var upload = await api.SentAsync(ScoreFile.Whole(scored.Select(agency => agency.Code), (place, _) => scored[place].Score!.Value), $"{province}-scores.csv");
        Assert.Equal("accepted", upload.Status());
    }

    public static string Order(string province, params string[] kinds) => JsonSerializer.Serialize(new { fiscalYear = Year, scope = new { province }, kinds });
}
