using Ita.Domain;
using Ita.Domain.Analysis;
using Ita.Domain.Frameworks;
using Ita.Domain.Improvement;
using Ita.Reports.Checks;
using Ita.Reports.FollowUps;
using Ita.Reports.Measures;
using Ita.Reports.Tests.Analysis;
using Ita.Tests;

namespace Ita.Reports.Tests.Measures;

/// <summary>Plans and follow-ups, from the measures under tests/SampleData/Measures.</summary>
internal static class Plans
{
    /// <summary>Seven measures under the issues, two of which address no weakness, and twelve weak items without a measure.</summary>
    public static MeasuresModel Ekkarat()
    {
        var analysis = Examples.Ekkarat();
        return new(analysis.Result, analysis.Framework, ClassThresholds.Default, MeasuresOf("seed 003"), 1, Examples.ComputedAt);
    }

    /// <summary>The limit of seed 002, signatories, an item known in both parts, and the result of the year before.</summary>
    public static MeasuresModel AfterAYear()
    {
        var analysis = Examples.Of(
            2567,
            new() { ["I1"] = "93.10", ["I2"] = "96.00", ["E1@EIT1"] = "80.00", ["E1@EIT2"] = "90.00", ["O10"] = "0.00", ["O7"] = "100.00" },
            "องค์การบริหารส่วนตำบลเอกราช");
        return new(analysis.Result, analysis.Framework, new(95, 100), MeasuresOf("seed 003"), 1, Examples.ComputedAt)
        {
            Previous = Examples.Ekkarat().Result,
            Settings = new()
            {
                Addressee = "นายกองค์การบริหารส่วนตำบลเอกราช",
                Signatories =
                [
                    new("นักวิเคราะห์นโยบายและแผน"), new("หัวหน้าสำนักปลัด"), new("ปลัดองค์การบริหารส่วนตำบล"),
                    new("นายกองค์การบริหารส่วนตำบลเอกราช", "นายตัวอย่าง ใจดี"),
                ],
            },
        };
    }

    /// <summary>A weak indicator without known items; no measures yet.</summary>
    public static MeasuresModel Maenatham()
    {
        var analysis = Examples.Maenatham();
        return new(analysis.Result, analysis.Framework, ClassThresholds.Default, [], 1, Examples.ComputedAt);
    }

    /// <summary>The plan of seed 000: 17 measures that name an issue each and no item.</summary>
    public static MeasuresModel MaenathamPlanned() => Maenatham() with { Measures = MeasuresOf("seed 000") };

    /// <summary>The plan of seed 001: six measures that name neither an issue nor an item.</summary>
    public static MeasuresModel TharaePlanned() => Tharae() with { Measures = MeasuresOf("seed 001") };

    /// <summary>The plan of seed 002: one measure for each issue.</summary>
    public static MeasuresModel NarathiwatPlanned() => Narathiwat() with { Measures = MeasuresOf("seed 002") };

    public static CheckModel Check(MeasuresModel plan) => new(
        plan.Result, plan.Framework, plan.Thresholds, plan.Measures, new("คะแนน ITA.xlsx", "u-20261120-01"), 1, Examples.ComputedAt);

    /// <summary>A year without issues; measures of the library for the weak items.</summary>
    public static MeasuresModel Tharae() => Suggested(Examples.Tharae());

    public static MeasuresModel Narathiwat() => Suggested(Examples.Narathiwat());

    /// <summary>One measure done with evidence, one in progress, one overdue, the others not started.</summary>
    public static FollowUpModel Phathai()
    {
        var measures = MeasuresOf("seed 004");
        return new(
            new(FiscalYear.FromBuddhistEra(2565), "11", "องค์การบริหารส่วนตำบลพะทาย", null, "นครพนม", "ท่าอุเทน"),
            FiscalYear.FromBuddhistEra(2565),
            [Done(measures[0]), Started(measures[1]), measures[2], measures[3] with { Status = MeasureStatus.Cancelled }],
            new(2023, 5, 2),
            1,
            new(2023, 5, 2, 3, 0, 0, TimeSpan.Zero))
        {
            AgencyHost = "www.patai.go.th",
            Framework = FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(2565)),
        };
    }

    public static ImmutableArray<Measure> MeasuresOf(string source)
    {
        var plan = WorkedExamples.Read<Document>("Measures").First(one => one.Source.StartsWith(source, StringComparison.Ordinal));
        return [.. plan.Measures.Select(row => new Measure(
            row.Id,
            FiscalYear.FromBuddhistEra(plan.Analysed),
            FiscalYear.FromBuddhistEra(plan.CarriedOut),
            row.Issue,
            [.. row.Items],
            row.Title,
            [.. row.Steps],
            row.Period,
            row.Responsible,
            row.Monitoring))];
    }

    private static MeasuresModel Suggested(Ita.Reports.Analysis.AnalysisModel analysis)
    {
        var templates = MeasureSuggestions.Suggest(analysis.Result, analysis.Framework, ClassThresholds.Default)
            .SelectMany(suggestion => suggestion.Measures).DistinctBy(template => template.Id);
        return new(
            analysis.Result,
            analysis.Framework,
            ClassThresholds.Default,
            [.. templates.Select((template, index) => template.For($"{index + 1}", analysis.Result.Year)).OrderBy(measure => measure.Issue)],
            1,
            Examples.ComputedAt);
    }

    private static Measure Done(Measure measure) => measure with
    {
        Status = MeasureStatus.Done,
        Percent = 100,
        Result = "จัดอบรมแล้ว 1 ครั้ง มีผู้เข้าร่วม 45 คน และประกาศยกย่องบุคลากรแล้ว",
        Evidence = [new("https://www.patai.go.th/news/2566/training-120", new(2023, 1, 20)), new("https://www.patai.go.th")],
        Reports = [new(FollowUpRound.SixMonths, new(2023, 3, 20), 100, "ดำเนินการแล้วเสร็จ")],
    };

    private static Measure Started(Measure measure) => measure with
    {
        Status = MeasureStatus.Started,
        Percent = 37.5m,
        Result = "เผยแพร่ขั้นตอนการให้บริการแล้ว ๓ เรื่อง",
        Evidence = [new("https://files.example.com/" + string.Concat(Enumerable.Repeat("e-service-manual-", 6)) + "2562.pdf")],
    };

    private sealed record Document(string Source, int Analysed, int CarriedOut, Row[] Measures);

    private sealed record Row(
        string Id, int? Issue, string[] Items, string Title, string[] Steps, string Period, string Responsible, string Monitoring);
}
