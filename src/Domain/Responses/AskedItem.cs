namespace Ita.Domain.Responses;

/// <summary>
/// An item and the positions of its sums in <see cref="SheetSums"/>: the item as a whole at <see cref="First"/>, its sub-questions at the
/// positions that follow.
/// </summary>
/// <param name="Key">Key of the score computed from its mean.</param>
public sealed record AskedItem(Item Item, ScoreKey Key, int First)
{
    public bool HasSubQuestions { get; } = Item.SubQuestions.Length > 0;

    public IEnumerable<int> SubNumbers => Enumerable.Range(First + 1, Item.SubQuestions.Length);

    /// <summary>The first position after those of this item.</summary>
    public int End => First + 1 + Item.SubQuestions.Length;
}
