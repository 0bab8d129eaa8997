namespace Ita.Reports.Printing;

/// <summary>Changes the drawing operators of all pages at once, in one pass over the file.</summary>
internal sealed partial class PdfFile
{
    /// <param name="change">Called once per page, in page order.</param>
    public void ChangeContents(Func<string, string> change)
    {
        var changes = Pages
            .Select(page => (Stream: StreamOf(page), Before: ContentOf(page)))
            .Select(page => (page.Stream, page.Before, After: change(page.Before)))
            .Where(page => page.After != page.Before)
            .OrderBy(page => page.Stream.Index)
            .Select(page => (page.Stream, Content: Compressed(page.After)))
            .ToList();
        if (changes.Count > 0)
        {
            Rewrite(changes);
        }
    }

    private void Rewrite(List<(Match Stream, string Content)> changes)
    {
        var (table, text, at) = (Last(Table()), new StringBuilder(Text.Length), 0);
        var shifts = new List<(int Behind, int By)>();
        foreach (var (stream, content) in changes)
        {
            text.Append(Text, at, stream.Index - at);
            text.Append(Head(stream, content)).Append(content);
            at = stream.Index + stream.Length + Number(stream, "length");
            shifts.Add((stream.Index, text.Length - at));
        }

        text.Append(Text, at, table.Index - at);
        Text = text.Append(Line().Replace(table.Value, line => Shifted(line, shifts))).Append(End(table, shifts[^1].By)).ToString();
    }

    private static string Shifted(Match line, List<(int Behind, int By)> shifts)
    {
        var offset = Number(line, "offset");
        var last = shifts.FindLastIndex(shift => shift.Behind < offset);
        return last < 0 || line.Groups["sort"].Value != "n"
            ? line.Value
            : string.Create(CultureInfo.InvariantCulture, $"{offset + shifts[last].By:D10}{line.Value[OffsetDigits..]}");
    }
}
