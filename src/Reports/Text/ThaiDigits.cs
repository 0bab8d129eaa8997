namespace Ita.Reports.Text;

/// <summary>The digits of a document.</summary>
public enum Digits
{
    /// <summary>0 to 9.</summary>
    Arabic,

    /// <summary>๐ to ๙, except in codes and URLs.</summary>
    Thai,
}

/// <summary>Converts the numbers of a text or rendered page to Thai digits.</summary>
/// <remarks>
/// Applied to the whole page instead of single figures, so that no component can forget it and no page mixes digits. Codes (I1, EIT2, O34,
/// a version, an upload's id) and URLs are not numbers and keep their digits.
/// </remarks>
public static partial class ThaiDigits
{
    /// <summary>The text with all digits converted except in codes and URLs.</summary>
    public static string InText(string text) => Word().Replace(text, word => IsName(word.Value) ? word.Value : Converted(word.Value));

    /// <summary>The page with its text, including titles, in one kind of digits; tags, styles and <c>code</c> elements are unchanged.</summary>
    public static string InHtml(string html, Digits digits) => digits switch
    {
        Digits.Thai => HtmlText.Changed(html, Markup(), InText),
        _ when !html.AsSpan().ContainsAnyInRange('๐', '๙') => html,
        _ => HtmlText.Changed(html, Markup(), ToArabic),
    };

    /// <summary>Converts Thai digits back, because texts written by an agency may contain them.</summary>
    public static string ToArabic(string text) => ThaiDigit().Replace(text, digit => $"{(char)('0' + (digit.Value[0] - '๐'))}");

    // A run of Latin letters, digits and the characters that join them in codes and URLs.
    [GeneratedRegex("[A-Za-z0-9:/._@?=&#%+~-]*[0-9][A-Za-z0-9:/._@?=&#%+~-]*")]
    private static partial Regex Word();

    // Everything between pieces of text: complete style and code elements, comments, tags and character references.
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
