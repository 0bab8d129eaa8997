using System.Text;
using System.Text.RegularExpressions;

namespace Ita.Domain.Remarks;

/// <summary>Masks the given name and the surname behind a title. The title stays, and so do words of a position behind the name.</summary>
internal static partial class NameMask
{
    public const string Mask = "[ชื่อบุคคล]";

    /// <summary>Shorter words may be part of a name, so they end one only behind a space.</summary>
    private const int ShortestWithin = 4;

    private const string You = "คุณ";
    private const string Woman = "หญิง";
    private const string Of = "ณ";

    private static readonly NameWords Words = NameWords.Thai;

    private static readonly Regex Titles = new(
        string.Join('|', Words.Titles.OrderByDescending(title => title.Length)
            .Select(title => Regex.Escape(title).Replace(@"\.", @"\. ?", StringComparison.Ordinal)).Append(English)),
        RegexOptions.CultureInvariant);

    private const string English =
        @"(?<![A-Za-z])(?:[Mm]rs?|MRS?|[Mm]s|Miss|MISS|Dr|DR|Prof)(?:\. ?|(?= [A-Z])(?! (?:Word|Excel|Office|Teams|Windows)))";

    private static readonly ImmutableArray<string> Within = [.. Words.AfterName.Where(word => word.Length >= ShortestWithin)];

    public static string Apply(string text)
    {
        var masked = new StringBuilder(text.Length);
        var at = 0;
        while (Titles.Match(text, at) is { Success: true } title)
        {
            var end = IsTitle(text, title) ? EndOfTitles(text, title.Index + title.Length) : -1;
            var name = end < 0 ? 0 : LengthOfName(text, end, title.Value);
            var kept = end < 0 ? title.Index + title.Length : end;
            masked.Append(text, at, kept - at).Append(name > 0 ? Mask : "");
            at = kept + name;
        }

        return masked.Append(text, at, text.Length - at).ToString();
    }

    private static bool IsTitle(string text, Match title)
    {
        var end = title.Index + title.Length;
        return end < text.Length
            && !IsMark(text[end])
            && !(title.Value == "นาย" && text[end] == 'ก' && (end + 1 == text.Length || !IsLetter(text[end + 1])))
            && !Words.WordsWithTitle.Any(word => string.CompareOrdinal(text, title.Index, word, 0, word.Length) == 0)
            && !Words.WordsEndingInTitle.Any(word => text.AsSpan(0, end).EndsWith(word, StringComparison.Ordinal))
            && !(text[end] == ' ' && Counted().IsMatch(text[..title.Index]));
    }

    /// <summary>Behind further titles (ดร. behind นาย) and the space before the name.</summary>
    private static int EndOfTitles(string text, int end)
    {
        var at = Behind(text, end);
        while (BeginsWithTitle(text, at))
        {
            at = Behind(text, at + Titles.Match(text, at).Length);
        }

        return StartsWith(text, at, Woman) && at + Woman.Length < text.Length && text[at + Woman.Length] == ' ' ? at + Woman.Length + 1 : at;
    }

    private static int LengthOfName(string text, int start, string title)
    {
        var given = Run(text, start);
        if (given.Length == 0 || EndsNameAt(given) || Words.NotGiven.Any(word => given.StartsWith(word, StringComparison.Ordinal))
            || (title == You && Words.NotSurname.Contains(given)))
        {
            return 0;
        }

        var length = Cut(given);
        if (length < given.Length)
        {
            return length;
        }

        var end = start + length;
        for (var next = NextName(text, end, given); next > 0; next = NextName(text, end, given))
        {
            end += next;
            if (!IsFurther(text, end, given))
            {
                break;
            }
        }

        return end - start;
    }

    /// <summary>Whether a name goes on behind its surname: ณ and a place, or further English names.</summary>
    private static bool IsFurther(string text, int end, string given) => StartsWith(text, end, $" {Of} ")
        || (text[end - 1] == Of[0] && text[end - 2] == ' ') || char.IsAsciiLetter(given[0]);

    /// <summary>The length of the next word of a name with the space before it; 0 when there is none.</summary>
    private static int NextName(string text, int end, string given)
    {
        if (end >= text.Length || text[end] != ' ' || BeginsWithTitle(text, end + 1))
        {
            return 0;
        }

        var word = Run(text, end + 1);
        return word.Length == 0 || EndsNameAt(word) || Words.NotSurname.Contains(word) || !CanFollow(given[0], word[0]) ? 0 : 1 + Cut(word);
    }

    /// <summary>English names have a capital, and no Thai word behind them belongs to one.</summary>
    private static bool CanFollow(char given, char next) => char.IsAscii(next) ? char.IsAsciiLetterUpper(next) : !char.IsAscii(given);

    private static bool BeginsWithTitle(string text, int at) =>
        Titles.Match(text, at) is { Success: true } title && title.Index == at && IsTitle(text, title);

    private static bool EndsNameAt(string word) => Words.AfterName.Any(after => word.StartsWith(after, StringComparison.Ordinal));

    /// <summary>How much of a word without spaces is the name: all of it, or up to a word that follows names.</summary>
    private static int Cut(string word)
    {
        var ends = Within.Select(after => word.IndexOf(after, Math.Min(2, word.Length), StringComparison.Ordinal)).Where(found => found >= 0);
        return ends.DefaultIfEmpty(word.Length).Min();
    }

    /// <summary>Letters and their marks from a place on; initials with their full stops.</summary>
    private static string Run(string text, int start)
    {
        var end = start;
        while (end < text.Length && (IsLetter(text[end]) || IsMark(text[end]) || IsInside(text, start, end)))
        {
            end++;
        }

        return text[start..end];
    }

    private static bool IsInside(string text, int start, int at) => at > start && text[at] switch
    {
        '.' => at == start + 1 || text[at - 2] == '.',
        '-' or '\'' or '\u2019' => char.IsAsciiLetter(text[at - 1]) && at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]),
        _ => false,
    };

    private static int Behind(string text, int at) => at < text.Length && text[at] == ' ' ? at + 1 : at;

    private static bool StartsWith(string text, int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;

    /// <summary>Letters of words; not ฯ and ๆ, which end one.</summary>
    private static bool IsLetter(char character) => char.IsLetter(character) && character is not ('ฯ' or 'ๆ');

    /// <summary>Vowels and marks that are behind, above or below a letter: the letter before them is not the end of a title.</summary>
    private static bool IsMark(char character) =>
        character is 'ะ' or 'า' or 'ำ'
        || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>A number before the word, which then counts persons: ตำรวจ 3 นาย.</summary>
    [GeneratedRegex(@"([0-9๐-๙]|สอง|สาม|สี่|ห้า) ?$", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();
}
