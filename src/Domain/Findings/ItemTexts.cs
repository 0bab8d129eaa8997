using Ita.Domain.Texts;

namespace Ita.Domain.Findings;

/// <summary>
/// Checks that the question a file prints belongs to the item's code (docs/sources/seed-002.md has the question of I27 under I23;
/// docs/sources/seed-000.md has the E-Service under its code of the year before).
/// </summary>
/// <remarks>
/// Exact texts decide first, then similar texts. A text that fits its own code, more than one item or no item is accepted:
/// a finding here says that a score was given to the wrong item, and that must not be a guess.
/// </remarks>
internal static class ItemTexts
{
    private const string Nowhere = "-";

    public static IEnumerable<Finding> Check(ScoringContext context) =>
        from given in context.Sheet.LabelsGiven
        let item = context.Index.ItemOf(given.Key.Code)
        where item is not null
        let finding = Check(context.Framework, item, given.Key, given.Value)
        where finding is not null
        select finding;

    private static Finding? Check(Framework framework, Item item, ScoreKey key, string label)
    {
        var index = FrameworkIndex.For(framework);
        var text = label == item.Text ? index.PlainTextOf(item) : WithoutCode(PlainText.Normalize(label), item.Code);
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

        var code = years.IsEmpty ? "item-text-differs" : "item-of-another-year";
        var finding = new Finding(code, Severity.Error, key.ToString(), PlainText.Shorten(item.Text), PlainText.Shorten(label))
            .With("other", other?.Code ?? Nowhere);
        return years.IsEmpty ? finding : finding.With("years", string.Join(", ", years));
    }

    /// <summary>
    /// The items a text may belong to: those with exactly this text; if there are none, those with a similar text; if there are none,
    /// those whose text contains more words.
    /// </summary>
    private static ImmutableArray<Item> Fitting(Framework framework, string text)
    {
        var same = Exactly(framework, text);
        if (!same.IsEmpty)
        {
            return same;
        }

        var index = FrameworkIndex.For(framework);
        ImmutableArray<Item> alike = [.. framework.Items.Where(item => TextSimilarity.AreSimilar(index.PlainTextOf(item), text))];
        return alike.IsEmpty ? [.. framework.Items.Where(item => TextSimilarity.IsAbridged(text, index.PlainTextOf(item)))] : alike;
    }

    private static ImmutableArray<Item> Exactly(Framework framework, string text)
    {
        var index = FrameworkIndex.For(framework);
        return [.. framework.Items.Where(item => index.PlainTextOf(item) == text)];
    }

    /// <summary>The other years in which exactly this text belongs to this code and to no other.</summary>
    private static ImmutableArray<FiscalYear> YearsOf(Framework framework, string code, string text) =>
    [
        .. FrameworkCatalogue.BuiltIn.All
            .Where(other => other.Year != framework.Year && Exactly(other, text) is [var only] && only.Code == code)
            .Select(other => other.Year),
    ];

    // Some files repeat the code before the text.
    private static string WithoutCode(string plain, string code)
    {
        var start = PlainText.Normalize(code);
        return plain.StartsWith(start, StringComparison.Ordinal) && !(plain.Length > start.Length && char.IsAsciiDigit(plain[start.Length]))
            ? plain[start.Length..]
            : plain;
    }
}
