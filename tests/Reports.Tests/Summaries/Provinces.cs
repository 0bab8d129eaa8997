using Ita.Domain;
using Ita.Domain.Frameworks;
using Ita.Domain.Naming;
using Ita.Domain.Ranking;
using Ita.Reports.Summaries;
using Ita.Reports.Tests.Analysis;

namespace Ita.Reports.Tests.Summaries;

/// <summary>Fictitious provinces whose scores are computed from a number, so that tests can state them.</summary>
internal static class Provinces
{
    private static readonly string[] Types = ["องค์การบริหารส่วนตำบล", "เทศบาลตำบล", "เทศบาลเมือง", "จังหวัด"];

    /// <summary>Two years with ratings of the same names and 40 agencies of four types, two of them without a total.</summary>
    public static SummaryModel Chanthaburi() => Model("จังหวัดจันทบุรี", Year(2567, 40, 1.5m), Year(2566, 38, 0));

    /// <summary>One type, with ratings of other names in the year before.</summary>
    public static SummaryModel OneType() => Model("เทศบาลตำบล จังหวัดสกลนคร", Year(2566, 6, 0, 1), Year(2565, 6, 0, 1));

    /// <summary>80 agencies in all 77 provinces, the same in both years.</summary>
    public static SummaryModel Nation()
    {
        var (now, before) = (Everywhere(Year(2567, 80, 1.5m)), Everywhere(Year(2566, 80, 0)));
        return Model(ScopeTitle.Of(null, null, now.Rows), now, before);
    }

    /// <summary>As the samples: two agencies in one year and two others in the year before, and two registered ones that sent nothing.</summary>
    public static SummaryModel OtherAgencies()
    {
        var (now, before) = (Year(2567, 2, 1.5m), Year(2566, 4, 0));
        before = before with { Rows = [.. before.Rows.Skip(2)] };
        return Model(ScopeTitle.Of(null, null, now.Rows), now, before) with
        {
            Silent = [new("หน่วยงานตัวอย่างที่ 8", Types[0], "จันทบุรี"), new("หน่วยงานตัวอย่างที่ 9", null, null)],
        };
    }

    /// <summary>As in seed 002: the total of the first agency is above what its indicators allow.</summary>
    public static SummaryModel Doubtful()
    {
        decimal?[] scores = [null, 91.44m, 93.50m, 90.72m, 91.38m, 92.33m, 91.81m, 90.23m, null, 100m];
        var indicators = Enumerable.Range(1, 10).Where(number => scores[number - 1] is not null)
            .ToImmutableSortedDictionary(number => number, number => scores[number - 1]!.Value);
        var year = Year(2566, 3, 0);
        return Model("จังหวัดนราธิวาส", year with
        {
            Rows = [new("0602", "จังหวัดนราธิวาส", "จังหวัด", "นราธิวาส", 96.52m, "ผ่านดี", indicators), .. year.Rows],
        }, null);
    }

    private static SummaryYear Everywhere(SummaryYear year) => year with
    {
        Rows = [.. year.Rows.Select((row, place) => row with
        {
            Province = OfficialNames.Provinces.Names[place % OfficialNames.Provinces.Names.Length],
        })],
    };

    /// <summary>No agency has a total.</summary>
    public static SummaryModel Empty() => Model("จังหวัดตัวอย่าง", new(FrameworkOf(2567), [Unprocessed(1)]), null);

    /// <summary>Six agencies without a total: one not processed, three without data, two withheld.</summary>
    public static SummaryModel WithoutTotals() => Model("จังหวัดตัวอย่าง", new(FrameworkOf(2567), [.. Kinds.Select((why, place) =>
        Unprocessed(place + 1) with { Without = why, WhyNot = $"เหตุผลที่ {place + 1}" })]), null);

    private static readonly WithoutTotal[] Kinds =
    [
        WithoutTotal.NotProcessed, WithoutTotal.NoData, WithoutTotal.Withheld, WithoutTotal.NoData, WithoutTotal.Withheld, WithoutTotal.NoData,
    ];

    private static SummaryModel Model(string scope, SummaryYear now, SummaryYear? before) =>
        new(scope, Summary.Compute(now, before), now.Framework, 1, Examples.ComputedAt);

    private static SummaryYear Year(int year, int agencies, decimal more, int types = 4)
    {
        var framework = FrameworkOf(year);
        return new(
            framework,
            [.. Enumerable.Range(1, agencies).Select(number => number % 19 == 0 ? Unprocessed(number) : Row(framework, number, more, types))]);
    }

    private static SummaryRow Row(Framework framework, int number, decimal more, int types)
    {
        var scores = framework.Indicators.ToImmutableSortedDictionary(
            indicator => indicator.Number,
            indicator => Rounding.ToShown(Math.Min(100, 72 + more + (number * 7 % 25) + (indicator.Number * 3 % 7 / 3m))));
        var total =
            Rounding.ToShown(framework.Instruments.Sum(one => one.Indicators.Average(indicator => scores[indicator]) * one.Weight.Value) / 100);
        var band = framework.Rating.Bands.First(one => total >= one.TotalAtLeast.Value && one.EveryInstrumentAtLeast is null);
        return new($"{number}", $"หน่วยงานตัวอย่างที่ {number}", Types[number % types], "จันทบุรี", total, band.Name, scores);
    }

    private static SummaryRow Unprocessed(int number) => new(
        $"{number}", $"หน่วยงานตัวอย่างที่ {number}", Types[1], "จันทบุรี", null, null,
        ImmutableSortedDictionary<int, decimal>.Empty, "หน่วยงานไม่ได้ลงทะเบียนเข้าร่วมการประเมิน จึงไม่ประมวลผลคะแนนทั้งหมด")
    {
        Without = WithoutTotal.NotProcessed,
    };

    private static Framework FrameworkOf(int year) => FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(year));
}
