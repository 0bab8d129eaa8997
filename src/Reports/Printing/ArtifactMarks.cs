namespace Ita.Reports.Printing;

/// <summary>
/// Marks as an artifact what is drawn outside the tagged text: running heads, page numbers, rules, borders and backgrounds. PDF/UA requires that
/// everything is either tagged or an artifact; Chromium leaves these unmarked.
/// </summary>
/// <remarks>Skia writes one operator per line. A mark is opened before text or a path, and closed before an operator that marks must not
/// enclose in part: the begin and end of a text, of a graphics state and of a tag.</remarks>
internal sealed class ArtifactMarks
{
    private readonly StringBuilder text;
    private int depth;
    private bool isOpen;

    private ArtifactMarks(int length) => text = new(length);

    public static string In(string content)
    {
        var marks = new ArtifactMarks(content.Length + 1_000);
        var lines = content.AsSpan().TrimEnd('\n');
        foreach (var line in lines.Split('\n'))
        {
            marks.Add(lines[line]);
        }

        marks.Close();
        return marks.text.ToString();
    }

    private void Add(ReadOnlySpan<char> line)
    {
        var name = line[(line.LastIndexOf(' ') + 1)..];
        if (depth == 0 && (name is "BT" or "ET" or "q" or "Q" || line.Contains("/MCID", StringComparison.Ordinal)))
        {
            Close();
        }
        else if (depth == 0 && !isOpen && (name is "re" or "m" or "Tj" or "Do" || IsMark(name)))
        {
            text.Append("/Artifact BMC\n");
            isOpen = true;
        }

        depth += IsMark(name) ? 1 : name is "EMC" ? -1 : 0;
        text.Append(line).Append('\n');
    }

    private void Close()
    {
        text.Append(isOpen ? "EMC\n" : "");
        isOpen = false;
    }

    private static bool IsMark(ReadOnlySpan<char> name) => name.EndsWith("BDC", StringComparison.Ordinal) || name is "BMC";
}
