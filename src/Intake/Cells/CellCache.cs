using System.Diagnostics.CodeAnalysis;

namespace Ita.Intake.Cells;

/// <summary>Understands a cell as the file has it.</summary>
internal delegate Reading<T> CellReading<T>(ReadOnlySpan<byte> cell);

/// <summary>
/// Keeps what each spelling of a cell means, so that a column with few distinct values (years, agencies, items) is understood
/// once per spelling and not once per row, and no string is allocated for a row.
/// </summary>
internal sealed class CellCache<T>(CellReading<T> read)
{
    /// <summary>Further spellings are read each time, so that a hostile file cannot fill the memory.</summary>
    private const int MostSpellings = 100_000;

    /// <summary>Longer cells are read each time, for the same reason.</summary>
    private const int LongestKept = 4096;

    private const int SlotBits = 9;

    /// <summary>Up to this length the mark of a cell has every byte.</summary>
    private const int MarkedLength = 3;

    private readonly Dictionary<byte[], Reading<T>> known = new(Utf8Comparer.Instance);

    /// <summary>The last spelling of each slot: looking there first is much quicker than hashing a long cell for the dictionary.</summary>
    private readonly Slot[] recent = new Slot[1 << SlotBits];

    /// <param name="read">Gets the cell as <see cref="CellText.Trimmed(string)"/> has it.</param>
    public CellCache(Func<string, Reading<T>> read)
        : this((ReadOnlySpan<byte> cell) => read(CellText.Trimmed(cell)))
    {
    }

    public Reading<T> Read(ReadOnlySpan<byte> cell)
    {
        // The length with the first, the middle and the last byte: all of a cell of three bytes or fewer. Never 0, the mark of an unused slot.
        var mark = (uint)Math.Min(cell.Length + 1, byte.MaxValue) << 24;
        if (!cell.IsEmpty)
        {
            mark |= cell[0] | ((uint)cell[cell.Length / 2] << 8) | ((uint)cell[^1] << 16);
        }

        ref var slot = ref recent[unchecked(mark * 0x9E3779B9) >> (32 - SlotBits)];
        if (slot.Mark != mark || (cell.Length > MarkedLength && !cell.SequenceEqual(slot.Cell)))
        {
            slot = Find(cell, mark);
        }

        return slot.Reading;
    }

    private Slot Find(ReadOnlySpan<byte> cell, uint mark)
    {
        if (!known.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(cell, out var spelling, out var reading))
        {
            spelling = cell.ToArray();
            reading = read(cell);
            if (known.Count < MostSpellings && cell.Length <= LongestKept)
            {
                known.Add(spelling, reading);
            }
        }

        return new(mark, spelling, reading);
    }

    private readonly record struct Slot(uint Mark, byte[] Cell, Reading<T> Reading);

    private sealed class Utf8Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static Utf8Comparer Instance { get; } = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
