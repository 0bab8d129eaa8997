using Ita.Domain;
using Ita.Domain.Frameworks;
using Ita.Domain.Improvement;
using Ita.Domain.Scoring;

namespace Ita.Intake.Tests.Templates;

/// <summary>All that can be known of one agency in one year, by chance of a stated seed.</summary>
internal sealed class KnownOfYear
{
    private readonly Random random;

    public KnownOfYear(Framework framework, string code)
    {
        Framework = framework;
        random = new(framework.Year.BuddhistEra);
        Sheet = ScoreSheet.Empty(framework.Year, code) with { Scores = Scores(), PublishedRating = "ผ่าน, ดี" };
        Agency = new(framework.Year, code, "อบต. \"ตัวอย่าง\", ที่ 1", "องค์การบริหารส่วนตำบล", "อ่างทอง", "ป่าโมก", 51, 1200, true);
        Measures = [.. MeasureLibrary.BuiltIn.Measures.Select((measure, place) => Carried(measure.For($"m{place + 1:00}", framework.Year)))];
    }

    public Framework Framework { get; }

    public ScoreSheet Sheet { get; }

    public Agency Agency { get; }

    public ImmutableArray<Measure> Measures { get; }

    /// <summary>The figures that a file of a kind can state.</summary>
    public IEnumerable<string> FiguresOf(FileKind kind) => kind switch
    {
        FileKind.Scores => Figures(Sheet),
        FileKind.Indicators => Figures(Only(key => key == ScoreKey.Total || key.Code.StartsWith("IND", StringComparison.Ordinal), keepsN: false)),
        FileKind.Totals => Figures(Only(key => key == ScoreKey.Total, keepsN: false)),
        FileKind.Checklist =>
            Figures(Only(key => key.Code[0] == 'O' && key.Code[1..].All(char.IsAsciiDigit), keepsN: true) with { PublishedRating = null }),
        _ => [],
    };

    public static IEnumerable<string> Figures(ScoreSheet sheet) => sheet.Scores
        .Select(score => FormattableString.Invariant($"{score.Key} {score.Value.Score} {score.Value.Respondents}"))
        .Append(sheet.PublishedRating ?? "");

    public static string Text(Measure measure) => string.Join('/',
        [
            measure.Id, measure.Analysed, measure.CarriedOut, measure.Issue,
            string.Join(' ', measure.Items), measure.Title, string.Join('|', measure.Steps),
            measure.Period, measure.Responsible, measure.Monitoring, measure.Status, measure.Percent,
            measure.Result, string.Join(' ', measure.Evidence.Select(link => link.Url)),
        ]);

    private ScoreSheet Only(Func<ScoreKey, bool> isStated, bool keepsN) => Sheet with
    {
        Scores = Sheet.Scores.Where(score => isStated(score.Key))
            .ToImmutableSortedDictionary(score => score.Key, score => keepsN ? score.Value : score.Value with { Respondents = null }),
    };

    private ImmutableSortedDictionary<ScoreKey, GivenScore> Scores() => Framework.Instruments.SelectMany(Items)
        .Concat(Framework.Indicators.Select(indicator => (ScoreKey.Indicator(indicator.Number), Figure(null))))
        .Concat(Framework.SubIndicators.Select(sub => (new ScoreKey(sub.Code), Figure(null))))
        .Concat(Framework.Instruments.Select(instrument => (new ScoreKey(instrument.Code), Figure(null))))
        .Concat(Framework.Instruments.SelectMany(
            instrument => instrument.Parts.Select(part => (new ScoreKey(instrument.Code, part.Code), Figure(null)))))
        .Append((ScoreKey.Total, Figure(null)))
        .ToImmutableSortedDictionary(score => score.Item1, score => score.Item2);

    private IEnumerable<(ScoreKey, GivenScore)> Items(Instrument instrument) =>
        from part in instrument.Parts.IsEmpty ? [null] : instrument.Parts.Select(part => part.Code).ToArray<string?>()
        from item in Framework.Items
        where instrument.Indicators.Contains(item.Indicator)
        select (new ScoreKey(item.Code, part), instrument.Answers is AnswerKind.Checklist ? new(random.Next(2) * 100) : Figure(random.Next(500)));

    private GivenScore Figure(int? respondents) => new(random.Next(100, 10_001) / 100m, respondents);

    private Measure Carried(Measure measure) => measure with
    {
        Status = (MeasureStatus)random.Next(4),
        Percent = random.Next(10, 1001) / 10m,
        Result = "- ทำแล้ว; \"ดี\"\n- ทำต่อ",
        Evidence = [new("https://www.example.go.th/1?a=1,2"), new("https://www.example.go.th/2")],
    };
}
