using System.Reflection;
using Ita.Reports.Fonts;
using Ita.Reports.LineBreaks;

namespace Ita.Reports.Documents;

/// <summary>The style sheet of a document: font, rules for screen and paper, and the document's own running heads.</summary>
internal static class PageStyle
{
    private static readonly string Rules = Sarabun.FontFaces + Read("report.css") + Read("official.css") + Read("print.css") + Read("screen.css");

    private static readonly string Draft = Read("draft.css");

    private const double HeadPoints = 9.5;

    /// <summary>As many letters of <see cref="HeadPoints"/> fit the width of the page.</summary>
    private const int LettersInHead = 85;

    private const int LettersOfAgency = 60;

    /// <param name="left">Text of the left running head, for example the agency.</param>
    /// <param name="right">Text of the right running head, for example the year.</param>
    public static string Of(string left, string right, ReportOptions options)
    {
        var digits = options.Digits;
        var agency = ThaiTitle.Cut(left, LettersOfAgency);
        var size = HeadSize(agency + right);
        var counter = digits == Digits.Thai ? "thai" : "decimal";
        return $$"""
            {{Rules}}
            ol { list-style-type: {{counter}} }
            caption::before { content: "ตารางที่ " counter(table, {{counter}}) " " }
            figcaption::before { content: "ภาพที่ " counter(figure, {{counter}}) " " }
            @page {
              @top-left { content: {{Quoted(agency, digits)}}; white-space: nowrap; font-size: {{size}} }
              @top-right { content: {{Quoted(right, digits)}}; white-space: nowrap; font-size: {{size}} }
              @bottom-right { content: "หน้า " counter(page, {{counter}}) " จาก " counter(pages, {{counter}}) }
            }
            @page :first {
              @top-left { content: none; border: none }
              @top-right { content: none; border: none }
              @bottom-right { content: none }
            }
            @page official {
              @top-left { content: none; border: none }
              @top-right { content: none; border: none }
              @bottom-right { content: none }
              @top-center { content: "– " counter(page, {{counter}}) " –"; color: #1d2433; font-size: 12pt }
            }
            @page official:first { @top-center { content: none } }
            {{(options.IsDraft ? Draft : "")}}
            """;
    }

    // Both heads are on one line, and smaller when they would not fit.
    private static string HeadSize(string heads) => string.Create(
        CultureInfo.InvariantCulture, $"{Math.Min(HeadPoints, HeadPoints * LettersInHead / ThaiLetters.Width(heads)):0.##}pt");

    // Names come from uploaded files. All characters except letters, marks, digits and spaces are escaped, so that a name cannot end the
    // CSS string or the style element.
    private static string Quoted(string text, Digits digits)
    {
        var css = new StringBuilder("\"");
        foreach (var letter in digits == Digits.Thai ? ThaiDigits.InText(text) : ThaiDigits.ToArabic(text))
        {
            var plain = letter == ' ' || char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;
            css.Append(plain ? letter.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\{(int)letter:x} "));
        }

        return css.Append('"').ToString();
    }

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
