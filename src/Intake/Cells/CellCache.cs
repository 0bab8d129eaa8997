using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
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

    private readonly Dictionary<byte[], Spelling> known = new(Utf8Comparer.Instance);
    private Spelling last = new([], default);
    private bool hasLast;

    public Reading<T> Read(ReadOnlySpan<byte> cell)
    {
        if (hasLast && cell.SequenceEqual(last.Text))
        {
            return last.Reading;
        }

        // Each agency's rows name the same items in the same order: what followed last time mostly follows again.
        if (last.Next is { } next && cell.SequenceEqual(next.Text))
        {
            last = next;
            return next.Reading;
        }

        return Remember(known.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(cell, out var spelling) ? spelling : Learn(cell.ToArray()));
    }

    /// <summary>Whether the cell is spelt as the one before, and that had a value and nothing wrong with it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAgain(ReadOnlySpan<byte> cell) => hasLast && last.IsClean && SameBytes.Are(cell, last.Text);

    /// <summary>Takes the value of a cell that follows as it did the last time, if there is nothing wrong with it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFollow(ReadOnlySpan<byte> cell, [MaybeNullWhen(false)] out T value)
    {
        if (last.Next is { IsClean: true } next && SameBytes.Are(cell, next.Text))
        {
            (last, value) = (next, next.Reading.Value);
            return true;
        }

        value = default;
        return false;
    }

    private Spelling Learn(byte[] text)
    {
        var spelling = new Spelling(text, read(CellText.Trimmed(text)));
        if (known.Count < MostSpellings)
        {
            known.Add(text, spelling);
        }

        return spelling;
    }

    private Reading<T> Remember(Spelling spelling)
    {
        last.Next = known.Count < MostSpellings ? spelling : null;
        last = spelling;
        hasLast = true;
        return spelling.Reading;
    }

    private sealed class Spelling(byte[] text, Reading<T> reading)
    {
        public byte[] Text => text;

        public Reading<T> Reading => reading;

        public bool IsClean { get; } = reading.Fault is null;

        /// <summary>The spelling that followed this one last time.</summary>
        public Spelling? Next { get; set; }
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
