using System.Runtime.CompilerServices;

namespace Ita.Intake.Kinds;

/// <summary>A score as a row states it, kept small: the key's number in its <see cref="YearBook"/>, -1 respondents for not stated.</summary>
internal readonly record struct DraftScore(int Key, int Line, int Respondents, decimal Score);

/// <summary>All scores stated in one year, whichever agency's, each agency's a chain through them.</summary>
/// <remarks>
/// A nation's file has a million of them. They stand in pieces so large that the garbage collector never moves them, and hold nothing
/// that it would have to follow.
/// </remarks>
internal sealed class StatedScores
{
    /// <summary>Where a chain ends.</summary>
    public const int None = -1;

    private const int PieceBits = 12;
    private const int PieceSize = 1 << PieceBits;

    private readonly List<Stated[]> pieces = [];
    private Stated[] last = [];
    private int count;

    /// <param name="previous">Where the agency's score before this one stands, or <see cref="None"/>.</param>
    /// <returns>Where it stands.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Add(in DraftScore score, int previous)
    {
        var place = count & (PieceSize - 1);
        if (place == 0)
        {
            Grow();
        }

        last[place] = new(score, previous);
        return count++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly Stated At(int place) => ref pieces[place >> PieceBits][place & (PieceSize - 1)];

    private void Grow()
    {
        last = new Stated[PieceSize];
        pieces.Add(last);
    }

    public readonly struct Stated(in DraftScore score, int previous)
    {
        public readonly DraftScore Score = score;

        /// <summary>Where the agency's score before this one stands, or <see cref="None"/>.</summary>
        public readonly int Previous = previous;
    }
}
