using System.Collections.Immutable;
using System.Globalization;
using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;

namespace Ita.Domain.Findings;

/// <summary>
/// Whether the name a file gives an indicator goes with its number (seed 002 writes "ตัวชี้วัดที่ ๒ การใช้อำนาจ" over the
/// figure of indicator 3).
/// </summary>
internal static class IndicatorNames
{
    // What stands before the number in files: the word for indicator, or our own code for it.
    private static readonly string[] Before = ["ตัวชี้วัดที่", "ตัวชี้วัด", "indicator", "ind"];

    public static void Check(ScoringContext context)
    {
        foreach (var indicator in context.Framework.Indicators)
        {
            var code = ScoreKey.Indicator(indicator.Number).Code;
            foreach (var (key, label) in context.Sheet.LabelsGiven.Where(given => given.Key.Code == code))
            {
                if (Found(context.Framework, indicator, label) is { } finding)
                {
                    context.Findings.Add(finding with { Where = key.ToString() });
                }
            }
        }
    }

    private static Finding? Found(Framework framework, Indicator indicator, string label)
    {
        var name = PlainText.WithoutStart(PlainText.Of(label), Before);
        if (name.Length == 0 || name == PlainText.Of(indicator.NameTh))
        {
            return null;
        }

        var other = Named(framework, name, indicator);
        return other is null
            ? Unusual(framework, indicator, name, label)
            : New("indicator-name-differs", Severity.Error, indicator, label).With("other", other.Number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The one other indicator that has exactly this name.</summary>
    private static Indicator? Named(Framework framework, string name, Indicator own)
    {
        var named = framework.Indicators.Where(indicator => indicator != own && Names(indicator).Contains(name)).ToImmutableArray();
        return named.Length == 1 && !Names(own).Contains(name) ? named[0] : null;
    }

    // A name of its own that documents are known to use, or one like no other: worth a word. A misspelling of its own is not.
    private static Finding? Unusual(Framework framework, Indicator indicator, string name, string label)
    {
        if (Names(indicator).Contains(name))
        {
            return New("indicator-name-variant", Severity.Warning, indicator, label);
        }

        return framework.Indicators.Any(any => Names(any).Any(known => TextLikeness.Of(known, name) >= TextLikeness.Enough))
            ? null
            : New("indicator-name-unknown", Severity.Warning, indicator, label);
    }

    private static IEnumerable<string> Names(Indicator indicator) => indicator.Variants.Prepend(indicator.NameTh).Select(PlainText.Of);

    private static Finding New(string code, Severity severity, Indicator indicator, string label) =>
        new(code, severity, ScoreKey.Indicator(indicator.Number).Code, indicator.NameTh, PlainText.Shortened(label));
}
