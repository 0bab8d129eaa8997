namespace Ita.Reports.Text;

/// <summary>Changes the text of a finished page and leaves its markup alone.</summary>
internal static class HtmlText
{
    /// <param name="markup">What is not to be touched.</param>
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
