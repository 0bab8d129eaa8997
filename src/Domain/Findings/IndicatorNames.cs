using Ita.Domain.Texts;

namespace Ita.Domain.Findings;

/// <summary>
/// Checks that the name a file gives an indicator belongs to its number (docs/sources/seed-002.md has "ตัวชี้วัดที่ ๒ การใช้อำนาจ" over
/// the figure of indicator 3).
/// </summary>
internal static class IndicatorNames
{
    // Words that precede the number in files: the word for indicator, or our own code.
    private static readonly string[] Before = ["ตัวชี้วัดที่", "ตัวชี้วัด", "indicator", "ind"];

    public static IEnumerable<Finding> Check(ScoringContext context) =>
        from indicator in context.Framework.Indicators
        let code = ScoreKey.Indicator(indicator.Number).Code
        from given in context.Sheet.LabelsGiven
        where given.Key.Code == code
        let finding = Check(context.Framework, indicator, given.Value)
        where finding is not null
        select finding with { Where = given.Key.ToString() };

    private static Finding? Check(Framework framework, Indicator indicator, string label)
    {
        var name = PlainText.WithoutStart(PlainText.Normalize(label), Before);
        if (name.Length == 0 || name == PlainText.Normalize(indicator.NameTh))
        {
            return null;
        }

        var other = OtherOfName(framework, name, indicator);
        return other is null
            ? Unusual(framework, indicator, name, label)
            : New("indicator-name-differs", Severity.Error, indicator, label).With("other", other.Number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The other indicator with exactly this name; null when there is none or more than one.</summary>
    private static Indicator? OtherOfName(Framework framework, string name, Indicator own)
    {
        var named = framework.Indicators.Where(indicator => indicator != own && Names(indicator).Contains(name)).ToImmutableArray();
        return named.Length == 1 && !Names(own).Contains(name) ? named[0] : null;
    }

    // A known variant of its own name, or a name like no other, is reported. A misspelling of its own name is not.
    private static Finding? Unusual(Framework framework, Indicator indicator, string name, string label)
    {
        if (Names(indicator).Contains(name))
        {
            return New("indicator-name-variant", Severity.Warning, indicator, label);
        }

        return framework.Indicators.Any(any => Names(any).Any(known => TextSimilarity.Compare(known, name) >= TextSimilarity.Threshold))
            ? null
            : New("indicator-name-unknown", Severity.Warning, indicator, label);
    }

    private static IEnumerable<string> Names(Indicator indicator) => indicator.Variants.Prepend(indicator.NameTh).Select(PlainText.Normalize);

    private static Finding New(string code, Severity severity, Indicator indicator, string label) =>
        new(code, severity, ScoreKey.Indicator(indicator.Number).Code, indicator.NameTh, PlainText.Shorten(label));
}
