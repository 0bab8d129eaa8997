using Ita.Domain;
using Ita.Domain.Analysis;
using Ita.Domain.Assessment;
using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;
using Ita.Reports.Analysis;
using Ita.Tests;

namespace Ita.Reports.Tests.Analysis;

/// <summary>Models for reports, scored from the worked examples under tests/SampleData/Scoring.</summary>
internal static class Examples
{
    public static readonly DateTimeOffset ComputedAt = new(2026, 11, 20, 3, 5, 0, TimeSpan.Zero);

    /// <summary>Items, two EIT parts of which one is derived, and an earlier year.</summary>
    public static AnalysisModel Ekkarat() =>
        Model(Scored("ekkarat", 2566, "องค์การบริหารส่วนตำบลเอกราช", "ป่าโมก", "อ่างทอง")) with
        {
            Previous = Scored("ekkarat", 2565, "องค์การบริหารส่วนตำบลเอกราช", "ป่าโมก", "อ่างทอง"),
        };

    /// <summary>Ratings by letters, and no scores below the indicators.</summary>
    public static AnalysisModel Tharae() => Model(Scored("tharae", 2565, "เทศบาลตำบลท่าแร่", "เมืองสกลนคร", "สกลนคร"));

    /// <summary>Parts known only together.</summary>
    public static AnalysisModel Maenatham() => Model(Scored("maenatham", 2567, "องค์การบริหารส่วนตำบลแมตนาทม", "โคกศรีสุพรรณ", "สกลนคร"));

    /// <summary>Two missing indicators and an impossible total.</summary>
    public static AnalysisModel Narathiwat() => Model(Scored("narathiwat", 2566, "จังหวัดนราธิวาส", null, "นราธิวาส"));

    public static AnalysisModel Of(int year, Dictionary<string, string> scores, string name = "หน่วยงานตัวอย่าง", bool? registered = null) =>
        Model(Result(year, scores, null, new(FiscalYear.FromBuddhistEra(year), "10", name, Registered: registered)));

    public static AnalysisModel Model(AgencyResult result) => new(
        result, FrameworkCatalogue.BuiltIn.Get(result.Year), null, ClassThresholds.Default, 1, ComputedAt);

    private static AgencyResult Scored(string file, int year, string name, string? district, string province)
    {
        var example = WorkedExamples.Read<Example>("Scoring")
            .Single(one => one.Year == year && one.Source.StartsWith(SeedOf(file), StringComparison.Ordinal));
        return Result(year, example.Scores, example.Rating, new(FiscalYear.FromBuddhistEra(year), "10", name, null, province, district));
    }

    private static string SeedOf(string file) => file switch
    {
        "ekkarat" => "seed 003",
        "tharae" => "seed 001",
        "narathiwat" => "seed 002",
        _ => "seed 000",
    };

    private static AgencyResult Result(int year, Dictionary<string, string> scores, string? rating, Agency agency) => AgencyScorer.Score(
        FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(year)),
        new(
            agency.Year,
            agency.Code,
            scores.ToImmutableSortedDictionary(
                pair => ScoreKey.Parse(pair.Key),
                pair => new GivenScore(decimal.Parse(pair.Value, CultureInfo.InvariantCulture))),
            rating),
        agency);

    private sealed record Example(string Name, string Source, int Year, string? Rating, Dictionary<string, string> Scores);
}
