using Ita.Reports.Printing;

namespace Ita.Reports.Rendering;

/// <summary>
/// Fills the table of contents of a rendered page from the headings that follow it, so that both always agree. The headings get the ids
/// <c>h1</c>, <c>h2</c> and so on, in the order of the page.
/// </summary>
/// <remarks>Page numbers are known only after printing, see <see cref="Printing.ContentsPages"/>.</remarks>
internal static partial class ContentsList
{
    // A list of fewer entries, or of more than fit one page, leaves most of a page white, so the text follows it.
    private const int FewestOfPage = 14;
    private const int MostOfPage = 38;

    public static string Fill(string html)
    {
        if (Place().Match(html) is not { Success: true } place)
        {
            return html;
        }

        var entries = new StringBuilder("<h2>สารบัญ</h2><p class=\"pages\" aria-hidden=\"true\">หน้า</p><ol>");
        var count = 0;
        var rest = Heading().Replace(html[(place.Index + place.Length)..], heading =>
        {
            var (level, title) = (heading.Groups["level"].Value, heading.Groups["title"].Value);
            var at = string.Create(CultureInfo.InvariantCulture, $"h{++count}");
            var plain = Tag().Replace(Aside().Replace(title, ""), "");
            entries.Append(
                CultureInfo.InvariantCulture, $"<li class=\"l{level}\"><a href=\"#{at}\"><span>{plain}</span><i>{ContentsPages.Slot}</i></a></li>\n");
            return $"<h{level} id=\"{at}\">{title}</h{level}>";
        });
        var (open, isPage) = (place.Groups["open"].Value, count is >= FewestOfPage and <= MostOfPage);
        var opened = isPage ? open : open.Replace("\"contents\"", "\"contents flows\"", StringComparison.Ordinal);
        return $"{html[..place.Index]}{opened}{entries}</ol></nav>{rest}";
    }

    [GeneratedRegex("(?<open><nav class=\"contents\"[^>]*>)</nav>")]
    private static partial Regex Place();

    [GeneratedRegex("<h(?<level>[23])>(?<title>.*?)</h\\k<level>>", RegexOptions.Singleline)]
    private static partial Regex Heading();

    // Additional text in a heading, for example a score.
    [GeneratedRegex("\\s*<span class=\"aside\">.*?</span>", RegexOptions.Singleline)]
    private static partial Regex Aside();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
