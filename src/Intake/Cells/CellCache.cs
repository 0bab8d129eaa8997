using System.Diagnostics.CodeAnalysis;
using Ita.Intake.Problems;

namespace Ita.Intake.Cells;

/// <summary>
/// Keeps what each spelling of a cell means, so that a column with few distinct values (years, agencies, items) is understood
/// once per spelling and not once per row, and no string is allocated for a row.
/// </summary>
internal sealed class CellCache<T>(Func<string, Reading<T>> read)
{
    /// <summary>Further spellings are read each time, so that a hostile file cannot fill the memory.</summary>
    private const int MostSpellings = 100_000;

    private readonly Dictionary<byte[], Reading<T>> known = new(Utf8Comparer.Instance);
    private byte[]? lastCell;
    private Reading<T> lastReading;

    public Reading<T> Read(ReadOnlySpan<byte> cell)
    {
        // Rows of one agency stand together in nearly every file.
        if (lastCell is not null && cell.SequenceEqual(lastCell))
        {
            return lastReading;
        }

        if (!known.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(cell, out var spelling, out lastReading))
        {
            spelling = cell.ToArray();
            lastReading = read(CellText.Trimmed(cell));
            if (known.Count < MostSpellings)
            {
                known.Add(spelling, lastReading);
            }
        }

        lastCell = spelling;
        return lastReading;
    }

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
