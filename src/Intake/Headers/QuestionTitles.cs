using System.Runtime.CompilerServices;
using Ita.Domain.Responses;

namespace Ita.Intake.Headers;

/// <summary>
/// Recognises questions in the titles that survey services write: a code before the question (<c>I1 เจ้าหน้าที่…</c>), or the text of a question as
/// the framework of a year has it. Spaces, numbers before the question, ๆ and brackets do not matter; nothing else is guessed.
/// </summary>
internal sealed partial class QuestionTitles
{
    /// <summary>A shorter text may be the title of any column.</summary>
    private const int Shortest = 10;

    private const int ShortestQuestion = 20;

    private static readonly ConditionalWeakTable<FrameworkCatalogue, QuestionTitles> Known = [];

    private readonly Lazy<ImmutableArray<(string Plain, string Code, FiscalYear Year)>> asked;
    private readonly Lazy<ImmutableHashSet<string>> texts;
    private readonly Lazy<ImmutableHashSet<string>> letters;

    private QuestionTitles(FrameworkCatalogue frameworks)
    {
        asked = new(() =>
        [
            .. from framework in frameworks.All.Reverse()
               from list in QuestionList.All(framework)
               from item in list.Items
               from text in TextsOf(item.Item)
               select (text.Plain, text.Code, framework.Year),
        ]);
        texts = new(() => [.. asked.Value.Select(one => one.Plain)]);
        letters = new(() =>
        [
            .. frameworks.All
                .SelectMany(QuestionList.All)
                .SelectMany(list => new[] { list.Instrument.ItemPrefix, list.Part?.ItemPrefix })
                .OfType<string>()
                .Select(prefix => prefix.ToLowerInvariant()),
        ]);
    }

    /// <summary>The questions of all years of a catalogue; made once for each catalogue.</summary>
    public static QuestionTitles For(FrameworkCatalogue frameworks) => Known.GetValue(frameworks, static made => new(made));

    /// <summary>The column of a question; null for any other title.</summary>
    public ColumnName? Find(string title)
    {
        var match = CodeAndText().Match(CellText.WithAsciiDigits(title));
        if (match.Success && match.Groups["letters"].Value.ToLowerInvariant() is var prefix && letters.Value.Contains(prefix))
        {
            return new(Column.Question, Question: CellText.WithoutZeros(prefix + match.Groups["number"].Value));
        }

        return title.Length >= Shortest && Plain(title) is var plain && texts.Value.Contains(plain) ? new(Column.Question, Question: plain) : null;
    }

    /// <summary>Whether a title is as long as questions are.</summary>
    public static bool MayBe(string title) => Plain(title).Length >= ShortestQuestion;

    /// <summary>The question most like a title, and the newest year that asks it.</summary>
    public (string Code, FiscalYear Year) Nearest(string title)
    {
        var nearest = NearestName.Find(Plain(title), texts.Value.Order(StringComparer.Ordinal), NearestName.Start, count: 1).Single();
        var known = asked.Value.First(one => one.Plain == nearest);
        return (known.Code, known.Year);
    }

    /// <summary>The plain texts by which a title may name an item or one of its sub-questions, with the code of each.</summary>
    public static IEnumerable<(string Plain, string Code)> TextsOf(Item item) => item.SubQuestions
        .SelectMany(sub => new[] { (Plain(item.Text + sub.Text), sub.Code), (Plain(sub.Text), sub.Code) })
        .Where(text => text.Item1.Length >= Shortest)
        .Prepend((Plain(item.Text), item.Code));

    /// <summary>A text for comparison: letters, marks and digits alone, without the number before it and without ๆ.</summary>
    public static string Plain(string text)
    {
        var bare = NumberBefore().Replace(CellText.WithAsciiDigits(CellText.Trimmed(text)), "");
        return string.Concat(bare.Where(IsOfWord).Select(char.ToLowerInvariant)).Replace("\u0E4D\u0E32", "\u0E33", StringComparison.Ordinal);
    }

    private static bool IsOfWord(char character) => character != 'ๆ'
        && (char.IsLetterOrDigit(character) || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark);

    [GeneratedRegex(@"^(?:ข้อ(?:ที่|คำถาม)?\s*|q)?[(\[]?[0-9]+(?:\.[0-9]+)*[)\].:]*\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NumberBefore();

    [GeneratedRegex(
        @"^(?:ข้อ(?:ที่|คำถาม)?\s*)?[(\[]?(?<letters>[a-z]{1,2})\s?[-.]?\s?(?<number>[0-9]{1,3}(?:\.[0-9]{1,2})?)[)\]]?(?![0-9a-z])"
            + @"[\s.:)\-–]*(?:[\p{L}\[(""“].*)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex CodeAndText();
}
