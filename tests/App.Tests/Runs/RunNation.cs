using System.Text.Json;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Runs;

/// <summary>A few agencies in a province of their own, so that no other test is in the scope of the run.</summary>
internal static class RunNation
{
    public const int Year = 2565;

    /// <summary>Registers agencies, and scores those with a score.</summary>
    public static Task SentAsync(Caller api, string province, params (string Code, decimal? Score)[] agencies) =>
        SentAsync(api, province, () => Task.CompletedTask, agencies);

    /// <param name="rest">Awaited after each file, for the work that the file causes beyond its own status.</param>
    public static async Task SentAsync(Caller api, string province, Func<Task> rest, params (string Code, decimal? Score)[] agencies)
    {
        foreach (var (name, csv) in Files(Year, province, agencies))
        {
            Assert.Contains((await api.SentAsync(csv, name)).Status(), new[] { "accepted", "acceptedWithProblems" });
            await rest();
        }
    }

    public static Task ByHandAsync(HandDriven hand, string province, params (string Code, decimal? Score)[] agencies) =>
        ByHandAsync(hand, Year, province, agencies);

    public static async Task ByHandAsync(HandDriven hand, int year, string province, params (string Code, decimal? Score)[] agencies)
    {
        foreach (var (name, csv) in Files(year, province, agencies))
        {
            await hand.IngestAsync(csv, name);
        }
    }

    public static string Order(string province, params string[] kinds) =>
        JsonSerializer.Serialize(new { fiscalYear = Year, scope = new { province }, kinds });

    private static IEnumerable<(string Name, string Csv)> Files(int year, string province, (string Code, decimal? Score)[] agencies)
    {
        var registry = agencies.Select(agency => $"{year},{agency.Code},หน่วยงาน {agency.Code},เทศบาลตำบล,{province}");
        yield return ($"{province}.csv", string.Join('\n', registry.Prepend("fiscal_year,agency_code,agency_name,agency_type,province")) + "\n");
        var scored = agencies.Where(agency => agency.Score is not null).ToList();
        if (scored.Count > 0)
        {
            yield return ($"{province}-scores.csv", ScoreFile.Whole(
                year, scored.Select(agency => agency.Code), (place, _) => scored[place].Score!.Value));
        }
    }
}
