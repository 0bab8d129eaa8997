using Ita.Domain.Assessment;
using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;

namespace Ita.Domain.Tests.Scoring;

/// <summary>Creates sheets and results from one line of text.</summary>
internal static class Sheets
{
    public const string Code = "10";

    public static Framework FrameworkOf(int year) => FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(year));

    /// <param name="scores">Key and printed figure, for example "IND1=94.81 E1@EIT2=80.00".</param>
    public static ScoreSheet Of(int year, string scores, string? rating = null, int? respondents = null) => Of(
        year,
        scores.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=')).Select(pair => KeyValuePair.Create(pair[0], pair[1])),
        rating,
        respondents);

    public static ScoreSheet Of(int year, IEnumerable<KeyValuePair<string, string>> scores, string? rating = null, int? respondents = null) => new(
        FiscalYear.FromBuddhistEra(year),
        Code,
        scores.ToImmutableSortedDictionary(
            pair => ScoreKey.Parse(pair.Key),
            pair => new GivenScore(decimal.Parse(pair.Value, CultureInfo.InvariantCulture), respondents)),
        rating);

    public static AgencyResult Scored(ScoreSheet sheet, Agency? agency = null) =>
        AgencyScorer.Score(FrameworkCatalogue.BuiltIn.Get(sheet.Year), sheet, agency ?? new Agency(sheet.Year, Code));

    public static ScoreNode Node(this AgencyResult result, string key) =>
        result.Total.SelfAndBelow().First(node => node.Key == ScoreKey.Parse(key));
}
