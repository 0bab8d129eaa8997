using System.Diagnostics.CodeAnalysis;
using Ita.Intake.Problems;

namespace Ita.Intake.Cells;

/// <summary>
/// Remembers what each spelling of a cell means, so that a column with few distinct values (years, agencies, items) is
/// understood once a spelling and not once a row, and no string is made for a row.
/// </summary>
internal sealed class CellCache<T>(Func<string, Reading<T>> read)
{
    /// <summary>Beyond this many spellings a cell is read anew each time: a hostile file must not fill the memory.</summary>
    private const int MostSpellings = 100_000;

    private readonly Dictionary<byte[], Reading<T>> known = new(Utf8Comparer.Instance);
    private byte[] lastSpelling = [];
    private Reading<T>? last;

    public Reading<T> Read(ReadOnlySpan<byte> cell)
    {
        if (last is { } same && cell.SequenceEqual(lastSpelling))
        {
            return same;
        }

        var lookup = known.GetAlternateLookup<ReadOnlySpan<byte>>();
        return lookup.TryGetValue(cell, out var spelling, out var reading)
            ? Remember(spelling, reading)
            : Learn(cell.ToArray());
    }

    private Reading<T> Learn(byte[] spelling)
    {
        var reading = read(CellText.Trimmed(spelling));
        if (known.Count < MostSpellings)
        {
            known.Add(spelling, reading);
        }

        return Remember(spelling, reading);
    }

    private Reading<T> Remember(byte[] spelling, Reading<T> reading)
    {
        lastSpelling = spelling;
        last = reading;
        return reading;
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
