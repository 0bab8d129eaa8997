using System.Text.Json;
using Ita.Domain;
using Ita.Domain.Assessment;
using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;

namespace Ita.Bench.Material;

/// <summary>The figures of a published document, from tests/SampleData/Scoring.</summary>
public sealed record SampleSheet(Framework Framework, ScoreSheet Sheet, Agency Agency)
{
    /// <param name="name">The file without <c>.json</c>, for example ekkarat-2566.</param>
    public static SampleSheet Read(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Repository.At("tests", "SampleData", "Scoring", $"{name}.json")));
        var year = FiscalYear.FromBuddhistEra(json.RootElement.GetProperty("year").GetInt32());
        var agency = new Agency(year, name.Split('-')[0], "องค์การบริหารส่วนตำบลเอกราช", "องค์การบริหารส่วนตำบล", "อ่างทอง");
        var scores = json.RootElement.GetProperty("scores").EnumerateObject().ToImmutableSortedDictionary(
            score => ScoreKey.Parse(score.Name),
            score => new GivenScore(decimal.Parse(score.Value.GetString()!, CultureInfo.InvariantCulture)));
        var rating = json.RootElement.TryGetProperty("rating", out var stated) ? stated.GetString() : null;
        return new(FrameworkCatalogue.BuiltIn.Get(year), new ScoreSheet(year, agency.Code, scores, rating), agency);
    }

    public AgencyResult Score() => AgencyScorer.Score(Framework, Sheet, Agency);
}
