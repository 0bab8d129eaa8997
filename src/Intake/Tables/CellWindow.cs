namespace Ita.Intake.Tables;

/// <summary>A cell where it stands, with so much around it that short ones can all be looked at in the same steps.</summary>
/// <param name="text"><see cref="Before"/> bytes of whatever stands before the cell, the cell, and what stands behind it up to <see cref="Reach"/>.</param>
internal readonly ref struct CellWindow(ReadOnlySpan<byte> text, int length)
{
    /// <summary>How many bytes before the cell can be seen.</summary>
    public const int Before = 8;

    /// <summary>How many bytes from the start of the cell on can be seen, if it is not longer.</summary>
    public const int Reach = 96;

    public ReadOnlySpan<byte> Text { get; } = text;

    /// <summary>Of the cell.</summary>
    public int Length { get; } = length;

    /// <summary>Room for a cell that does not stand in a text.</summary>
    public static int SizeOf(int length) => Before + Math.Max(Reach, length);
}
