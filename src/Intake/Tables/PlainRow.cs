using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ita.Intake.Decoding;

namespace Ita.Intake.Tables;

/// <summary>One of the rows without quotes, as it stands in the text: its cells are what lies between the delimiters.</summary>
internal sealed class PlainRow
{
    private byte[] text = [];
    private int[] places = [];
    private int[] rowEnds = [];
    private int rows;
    private int row;
    private int first;

    public int CellCount { get; private set; }

    /// <summary>Where the row begins in the text.</summary>
    public int Start => places[first] + 1;

    /// <summary>Length of the row without its line break.</summary>
    public int Length
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => places[first + CellCount] - places[first] - 1;
    }

    /// <summary>Turns to the rows of another text, before the first.</summary>
    public void Turn(byte[] source, CellPlaces found)
    {
        (text, places, rowEnds, rows, row) = (source, found.Places, found.RowEnds, found.Rows, 0);
        CellCount = 0;
    }

    /// <param name="column">Not below 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Cell(int column)
    {
        if (column >= CellCount)
        {
            return default;
        }

        var (before, end) = (places[first + column], places[first + column + 1]);
        return new(text, before + 1, end - before - 1);
    }

    /// <summary>A cell with what stands before and behind it.</summary>
    /// <param name="column">Not below 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CellWindow Window(int column)
    {
        if (column >= CellCount)
        {
            return default;
        }

        var (before, end) = (places[first + column], places[first + column + 1]);
        // The text has slack at both ends, see TextBlocks.
        return new(in Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(text), before + 1), end - before - 1);
    }

    /// <summary>Moves to the next row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryNext()
    {
        if (row == rows)
        {
            return false;
        }

        first = row == 0 ? 0 : rowEnds[row - 1];
        CellCount = rowEnds[row] - first - 1;
        row++;
        return true;
    }
}
