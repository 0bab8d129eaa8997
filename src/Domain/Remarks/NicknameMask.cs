using System.Text.RegularExpressions;

namespace Ita.Domain.Remarks;

/// <summary>Masks a common nickname behind a familiar word such as พี่ or ครู. The familiar word stays.</summary>
/// <remarks>A nickname is masked at the end of a word and before words that follow names: ครูดำ and พี่แดงพูดจา, but not ครูดำเนินการ.</remarks>
internal static class NicknameMask
{
    private static readonly NameWords Words = NameWords.Thai;

    public static MaskRule Rule { get; } = new(
        new(
            $"(?:{AnyOf(Words.Familiar)})(?<!{AnyOf(Words.WordsEndingInFamiliar)}) ?(?<{MaskRule.Personal}>{AnyOf(Words.Nicknames)})"
            + $"(?=$|[^\u0E01-\u0E4E]|{AnyOf(Words.AfterName.Concat(Words.NotSurname.Where(word => word.Length > 1)))})",
            RegexOptions.CultureInvariant),
        NameMask.Mask);

    private static string AnyOf(IEnumerable<string> words) =>
        string.Join('|', words.Order(StringComparer.Ordinal).OrderByDescending(word => word.Length).Select(Regex.Escape));
}
