using AngleSharp.Html.Dom;

namespace Ita.Reports.Word;

/// <summary>What the layout of a Word file depends on.</summary>
/// <param name="Left">Text of the left running head.</param>
/// <param name="IsLetter">True for a memo or a letter, which has the page numbers of official letters and no running heads.</param>
/// <param name="IsDraft">True until the result is published: every page has the word ร่าง.</param>
/// <param name="Version">Version of the data.</param>
internal sealed record WordLayout(string Left, string Right, bool IsLetter, bool IsDraft, Digits Digits, int Version)
{
    /// <summary>True for a poster on A5; everything else is on A4.</summary>
    public bool IsSmall { get; init; }

    /// <summary>True for a poster or letter of a survey, which is not made from a version of the data and has no running heads.</summary>
    public bool IsInvitation { get; init; }

    /// <summary>Twentieths of a point in a centimetre, the unit of widths and margins in a Word file.</summary>
    public const double Centimetre = 567;

    /// <summary>Width between the margins of an A4 page: 21 cm less 3 cm and 2 cm.</summary>
    public const int TextWidth = (int)(16 * Centimetre);

    /// <summary>Position of the data of the page in its body element.</summary>
    private const string Official = "official";

    public bool IsThai => Digits == Digits.Thai;

    public static WordLayout Of(IHtmlDocument page, ReportOptions options, int version)
    {
        var (body, digits) = (page.Body!, options.Digits);
        return new(
            Shown(body.GetAttribute("data-left"), digits),
            Shown(body.GetAttribute("data-right"), digits),
            body.ClassList.Contains(Official),
            options.IsDraft,
            digits,
            version)
        {
            IsSmall = body.ClassList.Contains("a5"),
            IsInvitation = body.ClassList.Contains("poster") || body.ClassList.Contains("invitation"),
        };
    }

    /// <summary>States which version of the data the file was made from.</summary>
    public static string OriginOf(int version) =>
        string.Create(CultureInfo.InvariantCulture, $"ไฟล์ Word จากข้อมูลฉบับที่ {version} แก้ไขได้ จึงไม่มีตรารับรอง");

    public string Origin => IsInvitation ? "" : Shown(OriginOf(Version), Digits);

    private static string Shown(string? text, Digits digits) =>
        digits == Digits.Thai ? ThaiDigits.InText(text ?? "") : ThaiDigits.ToArabic(text ?? "");
}
