using System.Collections;

namespace Ita.Intake.Rows;

/// <summary>A score as a row states it.</summary>
/// <param name="Line">0 where no score is stated.</param>
/// <param name="Respondents">-1 for not stated.</param>
internal readonly record struct StatedScore(int Line, int Respondents, decimal Score)
{
    public GivenScore Given => new(Score, Respondents < 0 ? null : Respondents, SheetLine.SourceOf(Line));
}

/// <summary>The keys that a sheet states, in order, and the number of each; see <see cref="YearBook.NumberOf"/>.</summary>
internal sealed record KeyOrder(ImmutableArray<int> Numbers, ImmutableArray<ScoreKey> Keys);

/// <summary>The scores of one sheet in the order of their keys.</summary>
/// <remarks>A view, because a nation has a million scores and a caller looks at one sheet at a time.</remarks>
internal sealed class OrderedScores(StatedScore[] scores, KeyOrder order) : IReadOnlyList<GivenScore>
{
    public int Count => order.Numbers.Length;

    public GivenScore this[int index] => scores[order.Numbers[index]].Given;

    public IEnumerator<GivenScore> GetEnumerator() => order.Numbers.Select(number => scores[number].Given).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
