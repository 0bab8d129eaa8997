using System.Collections.Immutable;
using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;

namespace Ita.Domain.Findings;

/// <summary>
/// Whether the question a file prints goes with the item's code: a number belongs to the question that was asked (seed 002 has
/// the question of I27 under I23; seed 000 the E-Service under its code of the year before).
/// </summary>
/// <remarks>
/// Exact texts decide first, then texts alike. Whatever fits its own code, fits more than one item or fits none is let pass:
/// a finding here says that a score went to the wrong item, and that must not be a guess.
/// </remarks>
internal static class ItemTexts
{
    private const string Nowhere = "-";

    public static void Check(ScoringContext context)
    {
        foreach (var (key, label) in context.Sheet.LabelsGiven)
        {
            if (context.Index.ItemOf(key.Code) is { } item && Found(context.Framework, item, key, label) is { } finding)
            {
                context.Findings.Add(finding);
            }
        }
    }

    private static Finding? Found(Framework framework, Item item, ScoreKey key, string label)
    {
        var index = FrameworkIndex.Of(framework);
        var text = label == item.Text ? index.PlainTextOf(item) : WithoutCode(PlainText.Of(label), item.Code);
        if (text.Length == 0 || text == index.PlainTextOf(item))
        {
            return null;
        }

        var fitting = Fitting(framework, text);
        return fitting.Contains(item) || fitting.Length > 1
            ? null
            : Misplaced(framework, item, key, label, text, fitting.SingleOrDefault());
    }

    private static Finding? Misplaced(Framework framework, Item item, ScoreKey key, string label, string text, Item? other)
    {
        var years = YearsOf(framework, item.Code, text);
        if (years.IsEmpty && other is null)
        {
            return null;
        }

        var finding = new Finding(years.IsEmpty ? "item-text-differs" : "item-of-another-year", Severity.Error, key.ToString(), PlainText.Shortened(item.Text), PlainText.Shortened(label))
            .With("other", other?.Code ?? Nowhere);
        return years.IsEmpty ? finding : finding.With("years", string.Join(", ", years));
    }

    /// <summary>
    /// The items a text may be of: those that have exactly this text, or where there is none, those alike, or at last those of which
    /// it leaves words out.
    /// </summary>
    private static ImmutableArray<Item> Fitting(Framework framework, string text)
    {
        var same = Exactly(framework, text);
        if (!same.IsEmpty)
        {
            return same;
        }

        var index = FrameworkIndex.Of(framework);
        ImmutableArray<Item> alike = [.. framework.Items.Where(item => TextLikeness.AreAlike(index.PlainTextOf(item), text))];
        return alike.IsEmpty ? [.. framework.Items.Where(item => TextLikeness.IsAbridged(text, index.PlainTextOf(item)))] : alike;
    }

    private static ImmutableArray<Item> Exactly(Framework framework, string text)
    {
        var index = FrameworkIndex.Of(framework);
        return [.. framework.Items.Where(item => index.PlainTextOf(item) == text)];
    }

    /// <summary>The other years in which exactly this text is this code's and no other's.</summary>
    private static ImmutableArray<FiscalYear> YearsOf(Framework framework, string code, string text) =>
    [
        .. FrameworkCatalogue.All
            .Where(other => other.Year != framework.Year && Exactly(other, text) is [var only] && only.Code == code)
            .Select(other => other.Year),
    ];

    // Some files repeat the code before the text.
    private static string WithoutCode(string plain, string code)
    {
        var start = PlainText.Of(code);
        return plain.StartsWith(start, StringComparison.Ordinal) && !(plain.Length > start.Length && char.IsAsciiDigit(plain[start.Length]))
            ? plain[start.Length..]
            : plain;
    }
}
