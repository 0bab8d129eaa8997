using System.Text;
using System.Text.RegularExpressions;

namespace Ita.Domain.Remarks;

/// <summary>Replaces what a pattern finds by a mask.</summary>
/// <param name="Pattern">Compared with the text in which every digit is ASCII and every dash a hyphen. The group <c>personal</c> is replaced,
/// or the whole match when the pattern has no such group.</param>
internal sealed record MaskRule(Regex Pattern, string Mask)
{
    public const string Personal = "personal";

    public string Apply(string text)
    {
        var matches = Pattern.Matches(Folded(text));
        if (matches.Count == 0)
        {
            return text;
        }

        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (Match match in matches)
        {
            Group found = match.Groups[Personal] is { Success: true } part ? part : match;
            masked.Append(text, at, found.Index - at).Append(Mask);
            at = found.Index + found.Length;
        }

        return masked.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>A text of the same length, so that places in it are those of the original.</summary>
    private static string Folded(string text) => string.Create(text.Length, text, static (folded, source) =>
    {
        for (var at = 0; at < source.Length; at++)
        {
            folded[at] = source[at] switch
            {
                var digit when char.IsDigit(digit) => (char)('0' + (int)char.GetNumericValue(digit)),
                '\uFF20' => '@',
                '\uFF0E' => '.',
                '\uFF1A' => ':',
                '\uFF0B' => '+',
                '\uFF0F' => '/',
                '\u2212' or '\uFF0D' or '\uFE63' or (>= '\u2010' and <= '\u2015') => '-',
                var other => other,
            };
        }
    });
}
