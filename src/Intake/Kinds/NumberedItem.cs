using System.Runtime.CompilerServices;
using Ita.Intake.Cells;
using Ita.Intake.Problems;

namespace Ita.Intake.Kinds;

/// <summary>An item as rows name it, with its key's number; and with its part, in the spellings that the part's column has had.</summary>
/// <param name="number">The <see cref="YearBook"/>'s number of the item's own key; -1 for the rating, which is no score.</param>
internal sealed class NumberedItem(KnownItem item, int number)
{
    /// <summary>A column has a spelling or two of each part.</summary>
    private const int MostSpellings = 4;

    private (byte[] Spelling, int Number)[] parts = [];
    private Fault? partMissing;

    public KnownItem Item => item;

    public int Number => number;

    /// <summary>Whether it is a score of which rows ought to say the part.</summary>
    public bool OughtToSayPart { get; } = number >= 0 && item.WantsPart && item.IsItem;

    /// <summary>Whether a row that names no part says all there is to say: it is a score, and nobody will miss the part.</summary>
    public bool IsWhole => number >= 0 && !OughtToSayPart;

    /// <summary>What is said where the part is missing; the same for each agency.</summary>
    public Fault PartMissing => partMissing ??= new Fault(ProblemCatalogue.PartMissing).With("instrument", item.Instrument!.Code);

    /// <summary>The key's number with the part that the cell means, if it has been read of this item before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPart(ReadOnlySpan<byte> cell, out int key)
    {
        foreach (var part in parts)
        {
            if (SameBytes.Are(cell, part.Spelling))
            {
                key = part.Number;
                return true;
            }
        }

        key = number;
        return false;
    }

    /// <summary>Remembers what a filled cell of the part's column makes of this item.</summary>
    public void Remember(ReadOnlySpan<byte> cell, int key)
    {
        if (!cell.IsEmpty && parts.Length < MostSpellings && !TryPart(cell, out _))
        {
            parts = [.. parts, (cell.ToArray(), key)];
        }
    }
}
