using Ita.Domain.Texts;

namespace Ita.Domain.Frameworks;

/// <summary>The facts of a framework that are marked as assumed, as lines of a list for readers.</summary>
public static class AssumedFacts
{
    /// <summary>The title of the note that everything of such a year carries: ข้อมูลกรอบบางส่วนยังไม่ยืนยัน.</summary>
    public static LocalizedText Note { get; } = TextCatalogue.Template("framework.unconfirmed");

    /// <summary>What is assumed and what is unknown; empty for a framework whose rules are confirmed.</summary>
    public static ImmutableArray<LocalizedText> Caveats(Framework framework)
    {
        ArgumentNullException.ThrowIfNull(framework);
        return framework.Unconfirmed is { } unconfirmed
            ? [.. List(framework), .. unconfirmed.Unknown.Select(fact => Line("unknown", fact.TextTh, fact.TextEn))]
            : [];
    }

    /// <summary>One line for each kind of assumed fact, in the order of the framework.</summary>
    public static ImmutableArray<LocalizedText> List(Framework framework)
    {
        ArgumentNullException.ThrowIfNull(framework);
        return [.. Kinds(framework).Where(kind => kind.Names.Count > 0).Select(kind => Line(kind.Code, string.Join(", ", kind.Names)))];
    }

    private static IEnumerable<(string Code, IReadOnlyCollection<string> Names)> Kinds(Framework framework) =>
    [
        ("weights", [.. framework.Instruments.SelectMany(Weighed).Where(one => one.Mark == Mark.Assumed).Select(one => one.Code)]),
        ("indicators", Assumed(framework.Indicators, one => one.Mark, one => Text(one.Number))),
        ("sub-indicators", Assumed(framework.SubIndicators, one => one.Mark, one => one.Code)),
        ("items", Assumed(framework.Items, one => one.Mark, one => one.Code)),
        ("scales", Assumed(framework.Scales, one => one.Mark, one => one.Code)),
        ("ratings", Assumed(framework.Rating.Bands, one => one.TotalAtLeast.Mark, one => one.Name)),
        ("rating-conditions", Assumed(framework.Rating.Bands, one => one.EveryInstrumentAtLeast?.Mark, one => one.Name)),
        ("target", framework.Rating.Target.Mark == Mark.Assumed ? [Text(framework.Rating.Target.Value)] : []),
        ("samples", Assumed(framework.SampleRules, one => one.Share.Mark, one => one.Instrument)),
        ("issues", Assumed(framework.Issues, one => one.Mark, one => Text(one.Number))),
        ("not-processed", framework.NonProcessing.CountsAs.Mark == Mark.Assumed ? [Text(framework.NonProcessing.CountsAs.Value)] : []),
    ];

    private static IEnumerable<(string Code, Mark Mark)> Weighed(Instrument instrument) => instrument.Parts.IsEmpty
        ? [(instrument.Code, instrument.Weight.Mark)]
        : instrument.Parts.Select(part => (part.Code, part.Weight.Mark));

    private static List<string> Assumed<T>(IEnumerable<T> facts, Func<T, Mark?> markOf, Func<T, string> nameOf) =>
        [.. facts.Where(fact => markOf(fact) == Mark.Assumed).Select(nameOf)];

    private static string Text(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static LocalizedText Line(string code, string names, string? namesEn = null)
    {
        var template = TextCatalogue.Template($"framework.assumed.{code}");
        return new(
            template.Th.Replace("{names}", names, StringComparison.Ordinal),
            template.En.Replace("{names}", namesEn ?? names, StringComparison.Ordinal));
    }
}
