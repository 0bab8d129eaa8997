using System.Text;
using Ita.Domain;
using Ita.Domain.Assessment;
using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;

namespace Ita.Bench.Material;

/// <param name="Named">True when the first row of an agency states its name, type and province.</param>
/// <param name="Published">True when each agency also states its indicators and total, as published.</param>
/// <param name="Faulty">True when some agencies send nothing, too little or invalid data (<see
/// cref="NationAgency.FaultOf"/>).</param>
public sealed record NationShape(
    int Agencies = 8_300, int Year = 2566, int Seed = 2566, bool Named = true, bool Published = false, bool Faulty = false)
{
    public NationFault FaultOf(int number) => Faulty ? NationAgency.FaultOf(number) : NationFault.None;
}

/// <summary>A realistic nation as one long score file: the same bytes for the same shape on every machine.</summary>
/// <remarks>Quality varies between agencies, and less between the items of one agency; checklist items are 0 or 100.
/// All names are invented. Names are stated once per agency: stated in each of its 88 rows they would make the file
/// larger than the gateway in front of the app accepts.</remarks>
public static class NationFile
{
    private const double MeanQuality = 86;
    private const double QualitySpread = 8;
    private const double ItemSpread = 7;
    private const decimal Impossible = 101;

    /// <returns>The number of rows below the header.</returns>
    public static int Write(Stream file, NationShape shape)
    {
        var framework = FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(shape.Year));
        var random = new Random(shape.Seed);
        using var text = new StreamWriter(file, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine(shape.Named ? "fiscal_year,agency_code,item,score,agency_name,agency_type,province" : "fiscal_year,agency_code,item,score");
        var rows = 0;
        for (var number = 0; number < shape.Agencies; number++)
        {
            var agency = NationAgency.Number(number);
            var scores = Scores(framework, random, agency.Code, shape.Published);
            if (shape.Faulty)
            {
                scores = Faulty(framework, shape.FaultOf(number), [.. scores]);
            }

            var naming = shape.Named ? $",{agency.Name},{agency.Type},{agency.Province}" : "";
            foreach (var (code, score) in scores)
            {
                text.Write(string.Create(CultureInfo.InvariantCulture, $"{shape.Year},{agency.Code},{code},{score:0.00}{naming}\n"));
                naming = shape.Named ? ",,," : "";
                rows++;
            }
        }

        return rows;
    }

    /// <summary>Writes the registry entries of the agencies without scores, as a file to upload.</summary>
    public static void WriteUnscored(Stream file, NationShape shape)
    {
        using var text = new StreamWriter(file, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        text.WriteLine("fiscal_year,agency_code,agency_name,agency_type,province");
        foreach (var agency in Enumerable.Range(0, shape.Agencies)
            .Where(number => shape.FaultOf(number) is NationFault.Unscored or NationFault.Refused).Select(NationAgency.Number))
        {
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{shape.Year},{agency.Code},{agency.Name},{agency.Type},{agency.Province}"));
        }
    }

    // Random numbers are drawn as for an agency without a fault, so that the figures of the next agencies do not
    // depend on it.
    private static IEnumerable<(string Code, decimal Score)> Faulty(
        Framework framework,
        NationFault fault, IReadOnlyList<(string Code, decimal Score)> scores) => fault switch
        {
            NationFault.Unscored => [],
            NationFault.NoChecklist =>
                scores.Where(score => framework.Items.Any(item => item.Code == score.Code && SurveyIndicators(framework).Contains(item.Indicator))),
            NationFault.Refused => scores.Select((score, place) => place == 0 ? (score.Code, Impossible) : score),
            _ => scores,
        };

    private static HashSet<int> SurveyIndicators(Framework framework) =>
        framework.Instruments.Where(instrument => instrument.Answers == AnswerKind.Survey)
            .SelectMany(instrument => instrument.Indicators).ToHashSet();

    private static IEnumerable<(string Code, decimal Score)> Scores(Framework framework, Random random, string agency, bool published)
    {
        var quality = MeanQuality + QualitySpread * Normal(random);
        var surveys = SurveyIndicators(framework);
        var items = framework.Items
            .Select(item => (item.Code, surveys.Contains(item.Indicator) ? SurveyScore(random, quality) : ChecklistScore(random, quality)))
            .ToList();
        return published ? items.Concat(PublishedScores(framework, agency, items)) : items;
    }

    private static decimal SurveyScore(Random random, double quality) =>
        Rounding.ToShown((decimal)Math.Clamp(quality + ItemSpread * Normal(random), 0, 100));

    private static decimal ChecklistScore(Random random, double quality) => random.NextDouble() * 100 < quality + 8 ? 100 : 0;

    private static IEnumerable<(string Code, decimal Score)> PublishedScores(
        Framework framework, string agency, IEnumerable<(string Code, decimal Score)> items)
    {
        var scores = items.ToImmutableSortedDictionary(item => new ScoreKey(item.Code), item => new GivenScore(item.Score));
        var result = AgencyScorer.Score(framework, new ScoreSheet(framework.Year, agency, scores), new Agency(framework.Year, agency));
        return result.Indicators.Append(result.Total).Where(node => node.Shown is not null).Select(node => (node.Key.Code, node.Shown!.Value));
    }

    // Box-Muller transform. Both numbers are always drawn, so that the sequence does not depend on how they are used.
    private static double Normal(Random random)
    {
        var (radius, angle) = (1 - random.NextDouble(), random.NextDouble());
        return Math.Sqrt(-2 * Math.Log(radius)) * Math.Cos(2 * Math.PI * angle);
    }
}
