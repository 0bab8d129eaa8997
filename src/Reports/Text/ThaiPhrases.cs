namespace Ita.Reports.Text;

/// <summary>
/// Prevents line breaks within terms that are read as one word. The browser's dictionary allows breaks inside them (ตัว|ชี้|วัด, ต่ำ|สุด).
/// </summary>
public static partial class ThaiPhrases
{
    /// <summary>The page with each such term and its number in a non-breaking span, and no line that can begin with ๆ.</summary>
    public static string KeptWhole(string html) => HtmlText.Changed(
        html.Replace(" ๆ", "\u00a0ๆ", StringComparison.Ordinal),
        Markup(),
        text => Phrase().Replace(text, phrase => $"<span class=\"nb\">{phrase.Value}</span>"));

    [GeneratedRegex("ตัวชี้วัด(?:ย่อย)?(?:ที่\u00a0[0-9.]+)?|ส่วนที่\u00a0[0-9]|ต่ำสุด|สูงสุด|เท่ากัน|คะแนนรวม|ภาพรวม|รายข้อ|ประจำปีงบประมาณ|พ\\.ศ\\. [0-9]{4}|"
        + "หน่วยงาน|ภาครัฐ|เร่งด่วน|ร้อยละ(?:\u00a0[0-9.,]+)?")]
    private static partial Regex Phrase();

    // Titles cannot contain elements, and text in drawings is not wrapped. Tables are skipped for speed: every span is also an element of
    // the tagged PDF, and is of little use in a cell.
    [GeneratedRegex("<style.*?</style>|<title.*?</title>|<table.*?</table>|<svg.*?</svg>|<!--.*?-->|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Markup();
}
