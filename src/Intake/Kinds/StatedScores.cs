using System.Runtime.CompilerServices;
using Ita.Domain.Scoring;

namespace Ita.Intake.Kinds;

/// <summary>A score as a row states it: the key's number in its <see cref="YearBook"/>, -1 respondents for not stated.</summary>
internal readonly record struct DraftScore(int Key, int Line, int Respondents, decimal Score)
{
    public GivenScore Given => new(Score, Respondents < 0 ? null : Respondents, ScoreSource.Line(Line));
}

/// <summary>All scores stated in one year, whichever agency's, each agency's a chain through them.</summary>
/// <remarks>
/// A nation's file has a million of them. They are packed, and stand in pieces so large that the garbage collector never moves them and
/// hold nothing that it would have to follow.
/// </remarks>
internal sealed class StatedScores
{
    /// <summary>Where a chain ends.</summary>
    public const int None = -1;

    private const int PieceBits = 13;
    private const int PieceSize = 1 << PieceBits;

    private readonly List<Packed[]> pieces = [];

    /// <summary>The scores of more digits than are packed: none in nearly every file.</summary>
    private readonly List<decimal> unpacked = [];
    private Packed[] last = [];
    private int count;

    /// <param name="previous">Where the agency's score before this one stands, or <see cref="None"/>.</param>
    /// <returns>Where it stands.</returns>
    public int Add(in DraftScore score, int previous)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(score.Score, bits);
        var isPacked = bits[2] == 0;
        if (!isPacked)
        {
            unpacked.Add(score.Score);
        }

        NextPlace() = new()
        {
            Low = isPacked ? bits[0] : unpacked.Count - 1,
            Middle = isPacked ? bits[1] : 0,
            Decimals = isPacked ? (byte)(bits[3] >> 16 & 0xFF) : Packed.Elsewhere,
            Key = (ushort)score.Key,
            Line = score.Line,
            Respondents = score.Respondents,
            Previous = previous,
        };
        return count++;
    }

    /// <summary>Adds a score of two decimals, as nearly every one is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int AddHundredths(int key, int line, int respondents, int hundredths, int previous)
    {
        NextPlace() = new() { Low = hundredths, Decimals = 2, Key = (ushort)key, Line = line, Respondents = respondents, Previous = previous };
        return count++;
    }

    public DraftScore At(int place)
    {
        ref readonly var packed = ref PackedAt(place);
        return new(packed.Key, packed.Line, packed.Respondents, packed.Decimals == Packed.Elsewhere
            ? unpacked[packed.Low]
            : new(packed.Low, packed.Middle, 0, isNegative: false, packed.Decimals));
    }

    public int KeyAt(int place) => PackedAt(place).Key;

    /// <summary>Where the agency's score before this one stands, or <see cref="None"/>.</summary>
    public int Before(int place) => PackedAt(place).Previous;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref readonly Packed PackedAt(int place) => ref pieces[place >> PieceBits][place & (PieceSize - 1)];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Packed NextPlace()
    {
        var place = count & (PieceSize - 1);
        if (place == 0)
        {
            last = new Packed[PieceSize];
            pieces.Add(last);
        }

        return ref last[place];
    }

    /// <summary>Twenty-four bytes of what a score is.</summary>
    private struct Packed
    {
        /// <summary>In the place of the decimals: the score stands in <see cref="unpacked"/>.</summary>
        public const byte Elsewhere = byte.MaxValue;

        public int Low;
        public int Middle;
        public int Line;
        public int Respondents;
        public int Previous;

        /// <summary>No year has as many items, indicators and parts as fit here.</summary>
        public ushort Key;
        public byte Decimals;
    }
}
