namespace Ita.Reports.Text;

/// <summary>Changes the text of a rendered page without changing its markup.</summary>
internal static class HtmlText
{
    /// <param name="markup">Matches what must not be changed.</param>
    public static string Changed(string html, Regex markup, Func<string, string> change)
    {
        var page = new StringBuilder(html.Length + (html.Length / 8));
        var at = 0;
        foreach (Match kept in markup.Matches(html))
        {
            page.Append(change(html[at..kept.Index])).Append(kept.Value);
            at = kept.Index + kept.Length;
        }

        return page.Append(change(html[at..])).ToString();
    }
}
