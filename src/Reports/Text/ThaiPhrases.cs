namespace Ita.Reports.Text;

/// <summary>
/// Keeps terms on one line that a reader takes as one word. The browser's dictionary ends lines inside them (ตัว|ชี้|วัด, ต่ำ|สุด),
/// which a careful typist does not.
/// </summary>
public static partial class ThaiPhrases
{
    /// <summary>The page with each such term, and the number that belongs to it, in a span that does not break.</summary>
    public static string KeptWhole(string html) =>
        HtmlText.Changed(html, Markup(), text => Phrase().Replace(text, phrase => $"<span class=\"nb\">{phrase.Value}</span>"));

    [GeneratedRegex("ตัวชี้วัด(?:ย่อย)?(?:ที่\u00a0[0-9.]+)?|ส่วนที่\u00a0[0-9]|ต่ำสุด|สูงสุด|เท่ากัน|คะแนนรวม|ภาพรวม|รายข้อ|ประจำปีงบประมาณ|พ\\.ศ\\. [0-9]{4}|"
        + "หน่วยงาน|ภาครัฐ|เร่งด่วน|ร้อยละ(?:\u00a0[0-9.,]+)?")]
    private static partial Regex Phrase();

    // Titles take no elements, and lines of a drawing do not break. Tables are left out for speed: every span is an element of the
    // tagged PDF too, and in a cell it gains little.
    [GeneratedRegex("<style.*?</style>|<title.*?</title>|<table.*?</table>|<svg.*?</svg>|<!--.*?-->|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Markup();
}
