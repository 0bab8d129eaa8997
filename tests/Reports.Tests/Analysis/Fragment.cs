using System.Text.RegularExpressions;

namespace Ita.Reports.Tests.Analysis;

/// <summary>Pieces of a rendered page, small enough to review.</summary>
internal static partial class Fragment
{
    /// <summary>The first piece from <paramref name="from"/> up to and with <paramref name="to"/>.</summary>
    public static string Between(this string html, string from, string to)
    {
        var start = html.IndexOf(from, StringComparison.Ordinal);
        Assert.True(start >= 0, $"The page has no {from}");
        return html[start..(html.IndexOf(to, start, StringComparison.Ordinal) + to.Length)];
    }

    /// <summary>What a reader sees: no style, no tags, one blank at most between words.</summary>
    public static string Visible(this string html) =>
        Blanks().Replace(Tags().Replace(html, " "), " ").Replace("&amp;", "&", StringComparison.Ordinal).Trim();

    /// <summary>Inline markup that only keeps words together and the places the contents lead to, taken out, and a line
    /// for each row of a table.</summary>
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
