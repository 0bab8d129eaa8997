namespace Ita.Reports.Text;

/// <summary>Which digits a document is written in.</summary>
public enum Digits
{
    /// <summary>0 to 9.</summary>
    Arabic,

    /// <summary>๐ to ๙, except in codes and addresses.</summary>
    Thai,
}

/// <summary>Writes the numbers of a finished text or page in Thai digits.</summary>
/// <remarks>
/// It runs over the whole page and not over single figures, so that no component can forget it and no page mixes digits.
/// A code (I1, EIT2, O34, a version, an upload's id) and an address name something and are not numbers: they keep their digits.
/// </remarks>
public static partial class ThaiDigits
{
    /// <summary>The text with every digit Thai that does not belong to a code or an address.</summary>
    public static string InText(string text) => Word().Replace(text, word => IsName(word.Value) ? word.Value : Converted(word.Value));

    /// <summary>The page with its visible text, titles included, in one kind of digits; tags, styles and <c>code</c> elements untouched.</summary>
    public static string InHtml(string html, Digits digits) => digits switch
    {
        Digits.Thai => HtmlText.Changed(html, Markup(), InText),
        _ when !html.AsSpan().ContainsAnyInRange('๐', '๙') => html,
        _ => HtmlText.Changed(html, Markup(), ToArabic),
    };

    /// <summary>What an agency wrote may hold Thai digits where the document has none.</summary>
    public static string ToArabic(string text) => ThaiDigit().Replace(text, digit => $"{(char)('0' + (digit.Value[0] - '๐'))}");

    // A run of Latin letters, digits and what joins them in codes and addresses.
    [GeneratedRegex("[A-Za-z0-9:/._@?=&#%+~-]*[0-9][A-Za-z0-9:/._@?=&#%+~-]*")]
    private static partial Regex Word();

    // What stands between pieces of text: whole style and code elements, comments, single tags, and character references.
    [GeneratedRegex("<style.*?</style>|<code.*?</code>|<!--.*?-->|<[^>]*>|&#?[A-Za-z0-9]+;", RegexOptions.Singleline)]
    private static partial Regex Markup();

    [GeneratedRegex("[๐-๙]")]
    private static partial Regex ThaiDigit();

    private static bool IsName(string word) => word.Any(char.IsAsciiLetter);

    private static string Converted(string word) =>
        string.Create(word.Length, word, (thai, arabic) =>
        {
            for (var at = 0; at < arabic.Length; at++)
            {
                thai[at] = char.IsAsciiDigit(arabic[at]) ? (char)('๐' + (arabic[at] - '0')) : arabic[at];
            }
        });
}
