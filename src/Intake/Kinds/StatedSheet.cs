using System.Collections;
using Ita.Domain.Scoring;

namespace Ita.Intake.Kinds;

/// <summary>The scores of one agency whose rows stand together, in the order of their keys, each made when it is looked at.</summary>
/// <param name="first">Where in <paramref name="scores"/> the agency's begin.</param>
internal sealed class StatedSheet(StatedScores scores, int first, KeyOrder order) : IReadOnlyList<GivenScore>
{
    public int Count => order.Keys.Length;

    public GivenScore this[int index] => scores.At(first + order.Stated[index]).Given;

    public IEnumerator<GivenScore> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
