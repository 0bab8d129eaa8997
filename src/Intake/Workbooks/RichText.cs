namespace Ita.Intake.Workbooks;

/// <summary>Text that may be cut into runs of different looks; readings aloud (rPh) are left out.</summary>
internal static partial class RichText
{
    /// <summary>The text of the current element, which is read to its end.</summary>
    /// <exception cref="WorkbookException">The text is longer than a cell may be.</exception>
    public static string Read(PartReader part, string element)
    {
        if (part.IsEmpty)
        {
            return "";
        }

        var text = new StringBuilder();
        var isReading = false;
        while (part.Read() && !part.IsEndOf(element))
        {
            isReading = part.IsStart && part.Name == "rPh" ? !part.IsEmpty : isReading && !part.IsEndOf("rPh");
            if (part.IsStart && part.Name == "t" && !isReading)
            {
                text.Append(part.ReadText());
                part.CheckLength(text);
            }
        }

        return Unescaped(text.ToString());
    }

    /// <summary>The text with escapes of characters that XML cannot hold or would change replaced: <c>_x000D_</c>.</summary>
    public static string Unescaped(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, match =>
            ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
