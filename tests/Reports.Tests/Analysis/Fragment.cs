using System.Text.RegularExpressions;

namespace Ita.Reports.Tests.Analysis;

/// <summary>Extracts parts of a rendered page that are small enough to review.</summary>
internal static partial class Fragment
{
    /// <summary>The first part from <paramref name="from"/> to <paramref name="to"/>, both included.</summary>
    public static string Between(this string html, string from, string to)
    {
        var start = html.IndexOf(from, StringComparison.Ordinal);
        Assert.True(start >= 0, $"The page has no {from}");
        return html[start..(html.IndexOf(to, start, StringComparison.Ordinal) + to.Length)];
    }

    /// <summary>The visible text: without styles and tags, with single spaces between words.</summary>
    public static string Visible(this string html) =>
        Blanks().Replace(Tags().Replace(html, " "), " ").Replace("&amp;", "&", StringComparison.Ordinal).Trim();

    /// <summary>Removes non-breaking spans and heading ids, and puts each table row on its own line.</summary>
    public static string Plain(this string html) =>
        Places().Replace(Unbroken().Replace(html, "$1"), "").Replace('\u00a0', ' ').Replace("<tr", "\n<tr", StringComparison.Ordinal);

    [GeneratedRegex("<style.*?</style>|<code.*?</code>|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tags();

    [GeneratedRegex("<span class=\"nb\">([^<]*)</span>")]
    private static partial Regex Unbroken();

    [GeneratedRegex("(?<=<h[23]) id=\"h[0-9]+\"")]
    private static partial Regex Places();

    [GeneratedRegex("\\s+")]
    private static partial Regex Blanks();
}
