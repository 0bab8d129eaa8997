using Ita.Domain.Improvement;
using Ita.Tests;

namespace Ita.Domain.Tests.Improvement;

/// <summary>The measure plans of tests/SampleData/Measures, by the number of the document they come from.</summary>
internal static class Plans
{
    public static Document Ekkarat => Of("seed 003");

    public static Document Phathai => Of("seed 004");

    private static Document Of(string source) =>
        WorkedExamples.Read<Document>("Measures").First(plan => plan.Source.StartsWith(source, StringComparison.Ordinal));

    /// <summary>Creates a measure from a few values.</summary>
    public static Measure Measure(string items, int year = 2566) => new(
        "1", FiscalYear.FromBuddhistEra(year), FiscalYear.FromBuddhistEra(year + 1), 1,
        [.. items.Split(' ')], "มาตรการ", ["ขั้นตอน"], "ไตรมาสที่ 1", "สำนักปลัด", "รายงานทุกไตรมาส");

    internal sealed record Document(string Name, string Source, int Analysed, int CarriedOut, string[] Weak, string[] Evidence, Row[] Measures)
    {
        public ImmutableArray<Measure> All => [.. Measures.Select(row => new Measure(
            row.Id,
            FiscalYear.FromBuddhistEra(Analysed),
            FiscalYear.FromBuddhistEra(CarriedOut),
            row.Issue,
            [.. row.Items],
            row.Title,
            [.. row.Steps],
            row.Period,
            row.Responsible,
            row.Monitoring))];
    }

    internal sealed record Row(
        string Id, int? Issue, string[] Items, string Title, string[] Steps, string Period, string Responsible, string Monitoring);
}
