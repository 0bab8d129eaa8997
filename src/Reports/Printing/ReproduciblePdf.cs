namespace Ita.Reports.Printing;

/// <summary>
/// Replaces the parts of Chromium's PDF that differ from one print to the next: the dates (<c>CreationDate</c>, <c>ModDate</c>), the
/// document's <c>ID</c>, and the numbers of nodes (<c>node00000123</c>), which increase while a page is reused.
/// </summary>
/// <remarks>Every replacement has the length of the original, so the offsets in the cross-reference table remain valid.</remarks>
internal static class ReproduciblePdf
{
    private const int DateLength = 21;
    private const int NodeDigits = 8;

    public static byte[] Of(byte[] pdf, DateTimeOffset createdAt)
    {
        var date = Encoding.ASCII.GetBytes(createdAt.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + "+00'00'");
        WriteAfter(pdf, "/CreationDate (D:"u8, date);
        WriteAfter(pdf, "/ModDate (D:"u8, date);
        RenumberNodes(pdf);
        return pdf;
    }

    private static void WriteAfter(byte[] pdf, ReadOnlySpan<byte> mark, ReadOnlySpan<byte> text)
    {
        var at = pdf.AsSpan().IndexOf(mark);
        if (at < 0 || text.Length != DateLength || pdf[at + mark.Length + text.Length] != ')')
        {
            throw new InvalidDataException(
                $"The PDF has no {Encoding.ASCII.GetString(mark)}…) of the expected length: the browser's PDF writer has changed.");
        }

        text.CopyTo(pdf.AsSpan(at + mark.Length));
    }

    // Numbers are replaced by their ranks, which keeps their order, because the PDF's name tree must be sorted.
    private static void RenumberNodes(byte[] pdf)
    {
        var places = Nodes(pdf).ToList();
        var ranks = places.Select(place => place.Number).Distinct().Order()
            .Select((number, index) => (number, index)).ToDictionary(pair => pair.number, pair => pair.index + 1);
        foreach (var (at, number) in places)
        {
            Encoding.ASCII.GetBytes(ranks[number].ToString("D8", CultureInfo.InvariantCulture)).CopyTo(pdf, at);
        }
    }

    private static List<(int At, int Number)> Nodes(byte[] pdf)
    {
        var found = new List<(int At, int Number)>();
        var mark = "(node"u8;
        for (var at = pdf.AsSpan().IndexOf(mark); at >= 0;)
        {
            var digits = pdf.AsSpan(at + mark.Length, NodeDigits);
            if (pdf[at + mark.Length + NodeDigits] == ')' && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                found.Add((at + mark.Length, number));
            }

            var next = pdf.AsSpan(at + mark.Length).IndexOf(mark);
            at = next < 0 ? -1 : at + mark.Length + next;
        }

        return found;
    }
}
