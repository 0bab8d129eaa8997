namespace Ita.Reports.Printing;

/// <summary>
/// Tags as a group what only surrounds a picture and its caption. Chromium tags an HTML <c>figure</c> as a figure, like the drawing in it; only the
/// drawing has an alternative text, and a reader of screens would announce a figure without a name.
/// </summary>
/// <remarks>The new tag has the length of the old one, so the offsets in the cross-reference table remain valid.</remarks>
internal static partial class FigureTags
{
    public static byte[] CorrectedIn(byte[] pdf)
    {
        foreach (Match element in Element().Matches(Encoding.Latin1.GetString(pdf)))
        {
            if (!element.Value.Contains("/Alt", StringComparison.Ordinal))
            {
                "/Div   "u8.CopyTo(pdf.AsSpan(element.Groups["tag"].Index));
            }
        }

        return pdf;
    }

    [GeneratedRegex(@"<</Type /StructElem\n/S (?<tag>/Figure)\n.*?endobj", RegexOptions.Singleline)]
    private static partial Regex Element();
}
