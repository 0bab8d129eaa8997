using System.Collections.Immutable;
using Ita.Domain;
using Ita.Domain.Frameworks;
using Ita.Domain.Improvement;
using Ita.Domain.Scoring;
using Ita.Reports.Analysis;
using Ita.Reports.FollowUps;
using Ita.Reports.Measures;
using Ita.Reports.Memos;
using Ita.Reports.Sealing;
using Ita.Reports.Summaries;
using Ita.Reports.Tests.Analysis;
using Ita.Reports.Tests.Measures;
using Ita.Reports.Tests.Memos;
using Ita.Reports.Tests.Summaries;
using Ita.Tests;

namespace Ita.Reports.Tests.Documents;

/// <summary>Every kind of document by name, sealed, of the seeds and of agencies at the ends of what there can be.</summary>
internal static class Kinds
{
    public static readonly Verification Seal =
        new("0123456789abcdef0123456789abcdef", new("https://ita.example.go.th/api/v1/verify/0123456789abcdef0123456789abcdef"));

    private static readonly Dictionary<string, Func<ReportOptions, Task<string>>> All = new()
    {
        ["analysis of 003"] = options => AnalysisReport.RenderAsync(Examples.Ekkarat() with { Verification = Seal }, options),
        ["analysis of 000"] = options => AnalysisReport.RenderAsync(Examples.Maenatham() with { Verification = Seal }, options),
        ["analysis of 001"] = options => AnalysisReport.RenderAsync(Examples.Tharae() with { Verification = Seal }, options),
        ["analysis of 002"] = options => AnalysisReport.RenderAsync(Examples.Narathiwat() with { Verification = Seal }, options),
        ["measures of 000"] = options => MeasuresReport.RenderAsync(Plans.Maenatham() with { Verification = Seal }, options),
        ["measures of 001"] = options => MeasuresReport.RenderAsync(Plans.Tharae() with { Verification = Seal }, options),
        ["measures of 002"] = options => MeasuresReport.RenderAsync(Plans.Narathiwat() with { Verification = Seal }, options),
        ["measures of 003"] = options => MeasuresReport.RenderAsync(Plans.Ekkarat() with { Verification = Seal }, options),
        ["measures, one instrument"] = options => MeasuresReport.RenderAsync(OneInstrument(), options),
        ["measures, longest"] = options => MeasuresReport.RenderAsync(Longest(), options),
        ["follow-up of 004"] = options => FollowUpReport.RenderAsync(Plans.Phathai() with { Verification = Seal }, options),
        ["follow-up with pictures"] = options => FollowUpReport.RenderAsync(WithPictures(), options),
        ["follow-up, longest"] = options => FollowUpReport.RenderAsync(LongestFollowUp(), options),
        ["memo on analysis"] = options => MemoReport.RenderAsync(Letters.Memo(MemoPurpose.Analysis) with { Verification = Seal }, options),
        ["memo on measures"] = options => MemoReport.RenderAsync(Letters.Memo(MemoPurpose.Measures) with { Verification = Seal }, options),
        ["memo on follow-up"] = options => MemoReport.RenderAsync(Letters.Memo(MemoPurpose.FollowUp) with { Verification = Seal }, options),
        ["circular letter"] = options => CircularLetter.RenderAsync(Letters.Circular() with { Verification = Seal }, options),
        ["summary of four types"] = options => SummaryReport.RenderAsync(Provinces.Chanthaburi() with { Verification = Seal }, options),
        ["summary of one type"] = options => SummaryReport.RenderAsync(Provinces.OneType() with { Verification = Seal }, options),
        ["summary of nothing"] = options => SummaryReport.RenderAsync(Provinces.Empty() with { Verification = Seal }, options),
        ["analysis, longest"] = options => AnalysisReport.RenderAsync(Examples.Model(Longest().Result) with { Verification = Seal }, options),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>Those of the seeds, short enough for a person to read.</summary>
    public static TheoryData<string> Short => [.. All.Keys.Where(name => !name.Contains("longest", StringComparison.Ordinal))];

    public static Task<string> RenderAsync(string name, ReportOptions? options = null) => All[name](options ?? new());

    private static MeasuresModel OneInstrument()
    {
        var analysis = Examples.Of(2566, new() { ["IND9"] = "63.00", ["IND10"] = "100.00" });
        return new(analysis.Result, analysis.Framework, analysis.Thresholds, [], 1, Examples.ComputedAt) { Verification = Seal };
    }

    // The longest name, 88 items of which every one is weak, texts three times as long as any question, and 40 measures.
    private static MeasuresModel Longest()
    {
        var framework = FrameworkCatalogue.Get(FiscalYear.FromBuddhistEra(2566));
        var scores = framework.Items.ToDictionary(item => item.Code, item => item.Code.StartsWith('O') ? "0" : "12.34");
        var model = Examples.Of(2566, scores, string.Concat(Enumerable.Repeat("องค์การบริหารส่วนตำบลที่มีชื่อยาวมาก", 3)));
        var result = model.Result with { Total = Lengthened(model.Result.Total) };
        return new(result, framework with { Items = [.. framework.Items.Select(item => item with { Text = Long(item.Text) })] }, model.Thresholds, Forty(), 1, Examples.ComputedAt) { Verification = Seal };
    }

    private static FollowUpModel LongestFollowUp() => Plans.Phathai() with { Verification = Seal, Measures = Forty(), Analysed = FiscalYear.FromBuddhistEra(2566) };

    // Five of the first measure and one of the third.
    private static FollowUpModel WithPictures()
    {
        var files = Enumerable.Range(1, 5).ToImmutableDictionary(number => $"png{number}", number => PictureFiles.Png(40 * number, 100)).Add("jpeg", PictureFiles.Jpeg);
        ImmutableArray<EvidencePicture> five = [.. Enumerable.Range(1, 5).Select(number => new EvidencePicture($"png{number}", "image/png", 40 * number, 100, $"การอบรมรุ่นที่ {number} ณ ห้องประชุม"))];
        var plan = Plans.Phathai();
        return plan with
        {
            Verification = Seal,
            Pictures = files,
            Measures = plan.Measures.SetItem(0, plan.Measures[0] with { Pictures = five }).SetItem(2, plan.Measures[2] with { Pictures = [new("jpeg", "image/jpeg", 64, 48, "")] }),
        };
    }

    private static ImmutableArray<Measure> Forty() => [.. Enumerable.Range(0, 40)
        .Select(number => (number, Measure: Plans.MeasuresOf("seed 003")[number % 7]))
        .Select(pair => pair.Measure with { Id = $"{pair.number + 1}", Title = Long(pair.Measure.Title), Monitoring = Long("รายงานผู้บริหารทุกไตรมาส"), Evidence = [new("https://www.patai.go.th/" + new string('a', 200))] })];

    private static ScoreNode Lengthened(ScoreNode node) => node with
    {
        Name = node.Level == Level.Item ? Long(node.Name) : node.Name,
        Children = [.. node.Children.Select(Lengthened)],
        Parts = [.. node.Parts.Select(Lengthened)],
    };

    private static string Long(string text) => string.Concat(Enumerable.Repeat(text + " ", 3));
}
