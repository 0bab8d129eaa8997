using System.Runtime.InteropServices;

namespace Ita.Intake.Tables;

/// <summary>A cell where it stands, with so much around it that short ones can all be looked at in the same steps.</summary>
/// <param name="start">
/// The cell's first byte. <see cref="Before"/> bytes of whatever stands before it can be read too, and what stands behind it up to
/// <see cref="Reach"/> bytes from here.
/// </param>
internal readonly ref struct CellWindow(ref readonly byte start, int length)
{
    /// <summary>How many bytes before the cell can be seen.</summary>
    public const int Before = 8;

    /// <summary>How many bytes from the start of the cell on can be seen, if it is not longer.</summary>
    public const int Reach = 96;

    public readonly ref readonly byte Start = ref start;

    /// <summary>Of the cell.</summary>
    public readonly int Length = length;

    public ReadOnlySpan<byte> Cell => MemoryMarshal.CreateReadOnlySpan(in Start, Length);

    /// <summary>Puts a cell that does not stand in a text where it can be looked at.</summary>
    /// <param name="into">Of <see cref="SizeOf"/> the cell's length.</param>
    public static CellWindow Of(ReadOnlySpan<byte> cell, Span<byte> into)
    {
        into.Clear();
        cell.CopyTo(into[Before..]);
        return new(in into[Before], cell.Length);
    }

    public static int SizeOf(int length) => Before + Math.Max(Reach, length);
}
