namespace Ita.Intake.Workbooks;

/// <summary>The cells of one row as UTF-8, by column; those left out are empty.</summary>
internal sealed class SheetRow
{
    /// <summary>Columns of a sheet in any spreadsheet program: up to XFD.</summary>
    public const int MostColumns = 16_384;

    private readonly List<CellFlaw> flaws = [];
    private (int Start, int Length)[] cells = new (int, int)[32];
    private byte[] text = new byte[4096];

    /// <summary>One more than the last column that holds something.</summary>
    public int CellCount { get; private set; }

    /// <summary>Bytes of all cells.</summary>
    public int Length { get; private set; }

    public IReadOnlyList<CellFlaw> Flaws => flaws;

    public void Clear()
    {
        (CellCount, Length) = (0, 0);
        flaws.Clear();
    }

    public void Set(int column, string value)
    {
        Room(Length + Encoding.UTF8.GetMaxByteCount(value.Length));
        Enter(column, Encoding.UTF8.GetBytes(value, text.AsSpan(Length)));
    }

    /// <param name="held">See <see cref="CellFlaw.Held"/>.</param>
    public void Set(int column, string value, CellFlawKind flaw, string held)
    {
        Set(column, value);
        flaws.Add(new(column, flaw, held));
    }

    public void Set(int column, ReadOnlySpan<byte> value)
    {
        Room(Length + value.Length);
        value.CopyTo(text.AsSpan(Length));
        Enter(column, value.Length);
    }

    public ReadOnlySpan<byte> Cell(int column) =>
        column < 0 || column >= CellCount ? default : text.AsSpan(cells[column].Start, cells[column].Length);

    private void Enter(int column, int length)
    {
        if (length == 0)
        {
            return;
        }

        if (column >= cells.Length)
        {
            Array.Resize(ref cells, Math.Max(column + 1, Math.Min(2 * cells.Length, MostColumns)));
        }

        for (; CellCount <= column; CellCount++)
        {
            cells[CellCount] = default;
        }

        cells[column] = (Length, length);
        Length += length;
    }

    private void Room(int wanted)
    {
        if (wanted > text.Length)
        {
            Array.Resize(ref text, Math.Max(wanted, 2 * text.Length));
        }
    }
}
