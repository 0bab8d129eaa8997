using Ita.Domain;
using Ita.Domain.Frameworks;
using Ita.Domain.Improvement;
using Ita.Domain.Scoring;
using Ita.Reports.Documents;
using Ita.Reports.FollowUps;
using Ita.Reports.Measures;
using Ita.Reports.Rendering;
using Ita.Reports.Sealing;
using Ita.Reports.Summaries;
using Ita.Reports.Tests.Analysis;
using Ita.Reports.Tests.Appeals;
using Ita.Reports.Tests.Measures;
using Ita.Reports.Tests.Memos;
using Ita.Reports.Tests.Summaries;
using Ita.Tests;

namespace Ita.Reports.Tests.Documents;

/// <summary>Every kind of document by name, sealed, for the agencies of the seed documents and for extreme agencies.</summary>
internal static class Kinds
{
    public static readonly Verification Seal =
        new("0123456789abcdef0123456789abcdef", new("https://ita.example.go.th/api/v1/verify/0123456789abcdef0123456789abcdef"));

    private static readonly Dictionary<string, Func<ReportModel>> All = new()
    {
        ["analysis of 003"] = () => Examples.Ekkarat(),
        ["analysis of 000"] = () => Examples.Maenatham(),
        ["analysis of 001"] = () => Examples.Tharae(),
        ["analysis of 002"] = () => Examples.Narathiwat(),
        ["measures of 000"] = () => Plans.Maenatham(),
        ["measures of 001"] = () => Plans.Tharae(),
        ["measures of 002"] = () => Plans.Narathiwat(),
        ["measures of 003"] = () => Plans.Ekkarat(),
        ["measures planned in 000"] = () => Plans.MaenathamPlanned(),
        ["measures planned in 001"] = () => Plans.TharaePlanned(),
        ["measures planned in 002"] = () => Plans.NarathiwatPlanned(),
        ["measures after a year"] = () => Plans.AfterAYear(),
        ["measures, one instrument"] = () => OneInstrument(),
        ["measures, longest"] = () => Longest(),
        ["follow-up of 004"] = () => Plans.Phathai(),
        ["follow-up with pictures"] = () => WithPictures(),
        ["follow-up, longest"] = () => LongestFollowUp(),
        ["memo on analysis"] = () => Letters.Memo(ReportKind.Analysis),
        ["memo on measures"] = () => Letters.Memo(ReportKind.Measures),
        ["memo on follow-up"] = () => Letters.Memo(ReportKind.FollowUp),
        ["memo on measures of 000"] = () => Letters.Memo(ReportKind.Measures, Plans.MaenathamPlanned()),
        ["memo on measures of 002"] = () => Letters.Memo(ReportKind.Measures, Plans.NarathiwatPlanned()),
        ["check of 000"] = () => Plans.Check(Plans.MaenathamPlanned()),
        ["check of 001"] = () => Plans.Check(Plans.TharaePlanned()),
        ["check of 002"] = () => Plans.Check(Plans.NarathiwatPlanned()),
        ["check of 003"] = () => Plans.Check(Plans.Ekkarat()),
        ["check of 003 with evidence"] = () => Plans.Check(Plans.Ekkarat() with { Measures = Plans.Phathai().Measures }),
        ["record of comments"] = () => Records.Three(),
        ["circular letter"] = () => Letters.Circular(),
        ["summary of four types"] = () => Provinces.Chanthaburi(),
        ["summary of one type"] = () => Provinces.OneType(),
        ["summary of the nation"] = () => Provinces.Nation(),
        ["summary of other agencies"] = () => Provinces.OtherAgencies(),
        ["summary with a doubtful total"] = () => Provinces.Doubtful(),
        ["summary of nothing"] = () => Provinces.Empty(),
        ["analysis, longest"] = () => Examples.Model(Longest().Result),
    };

    public static IEnumerable<string> Every => All.Keys;

    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>The documents of the seeds, short enough to be reviewed.</summary>
    public static TheoryData<string> Short => [.. All.Keys.Where(name => !name.Contains("longest", StringComparison.Ordinal))];

    public static async Task<string> RenderAsync(string name, ReportOptions? options = null) =>
        (await (await ReportAsync(name, options ?? new())).SealAsync(Seal)).Html;

    /// <summary>The report before it is sealed.</summary>
    public static Task<RenderedReport> ReportAsync(string name, ReportOptions options) => Report.RenderAsync(All[name](), options);

    public static int VersionOf(string name) => All[name]().Version;

    private static MeasuresModel OneInstrument()
    {
        var analysis = Examples.Of(2566, new() { ["IND9"] = "63.00", ["IND10"] = "100.00" });
        return new(analysis.Result, analysis.Framework, analysis.Thresholds, [], 1, Examples.ComputedAt);
    }

    // The longest name, 88 items that are all weak, texts three times as long as any question, and 40 measures.
    private static MeasuresModel Longest()
    {
        var framework = FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(2566));
        var scores = framework.Items.ToDictionary(item => item.Code, item => item.Code.StartsWith('O') ? "0" : "12.34");
        var model = Examples.Of(2566, scores, string.Concat(Enumerable.Repeat("องค์การบริหารส่วนตำบลที่มีชื่อยาวมาก", 3)));
        var result = model.Result with { Total = Lengthened(model.Result.Total) };
        return new(
            result, framework with { Items = [.. framework.Items.Select(item => item with { Text = Long(item.Text) })] },
            model.Thresholds, Forty(), 1, Examples.ComputedAt);
    }

    private static FollowUpModel LongestFollowUp() => Plans.Phathai() with { Measures = Forty(), Analysed = FiscalYear.FromBuddhistEra(2566) };

    // Five pictures of the first measure and one of the third.
    private static FollowUpModel WithPictures()
    {
        var files = Enumerable.Range(1, 5)
            .ToImmutableDictionary(number => $"png{number}", number => PictureFiles.Png(40 * number, 100)).Add("jpeg", PictureFiles.Jpeg);
        ImmutableArray<EvidencePicture> five = [.. Enumerable.Range(1, 5)
            .Select(number => new EvidencePicture($"png{number}", "image/png", 40 * number, 100, $"การอบรมรุ่นที่ {number} ณ ห้องประชุม"))];
        var plan = Plans.Phathai();
        return plan with
        {
            Pictures = files,
            Measures = plan.Measures.SetItem(0, plan.Measures[0] with { Pictures = five })
                .SetItem(2, plan.Measures[2] with { Pictures = [new("jpeg", "image/jpeg", 64, 48, "")] }),
        };
    }

    private static ImmutableArray<Measure> Forty() => [.. Enumerable.Range(0, 40)
        .Select(number => (number, Measure: Plans.MeasuresOf("seed 003")[number % 7]))
        .Select(pair => pair.Measure with
        {
            Id = $"{pair.number + 1}",
            Title = Long(pair.Measure.Title),
            Monitoring = Long("รายงานผู้บริหารทุกไตรมาส"),
            Evidence = [new("https://www.patai.go.th/" + new string('a', 200))],
        })];

    private static ScoreNode Lengthened(ScoreNode node) => node with
    {
        Name = node.Level == Level.Item ? Long(node.Name) : node.Name,
        Children = [.. node.Children.Select(Lengthened)],
        Parts = [.. node.Parts.Select(Lengthened)],
    };

    private static string Long(string text) => string.Concat(Enumerable.Repeat(text + " ", 3));
}
