namespace Ita.Intake.Workbooks;

/// <summary>The texts that cells of a workbook share, held as UTF-8 one behind the other.</summary>
internal sealed class SharedTexts
{
    private readonly List<int> ends = [];
    private byte[] bytes = [];

    public static SharedTexts None { get; } = new();

    /// <param name="part">The part sharedStrings; null when the workbook has none.</param>
    public static SharedTexts Read(PartReader part, IntakeLimits limits)
    {
        var texts = new SharedTexts();
        while (part.ReadTo("si"))
        {
            texts.Add(RichText.Read(part, "si"), limits.WorkbookTextBytes);
        }

        return texts;
    }

    /// <param name="index">As the cell writes it.</param>
    /// <exception cref="WorkbookException">There is no such text.</exception>
    public ReadOnlySpan<byte> At(string index)
    {
        if (!int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number >= ends.Count)
        {
            throw WorkbookException.Broken();
        }

        var start = number == 0 ? 0 : ends[number - 1];
        return bytes.AsSpan(start, ends[number] - start);
    }

    private void Add(string text, int limit)
    {
        var start = ends.Count == 0 ? 0 : ends[^1];
        var end = start + Encoding.UTF8.GetByteCount(text);
        // An empty text takes room in the list all the same.
        if (end + (sizeof(int) * ends.Count) > limit)
        {
            throw WorkbookException.TooLarge(FormattableString.Invariant($"> {limit:#,0}"), limit);
        }

        if (end > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(end, Math.Min(2 * bytes.Length, limit)));
        }

        Encoding.UTF8.GetBytes(text, bytes.AsSpan(start));
        ends.Add(end);
    }
}
