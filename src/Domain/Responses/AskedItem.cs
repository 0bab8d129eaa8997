namespace Ita.Domain.Responses;

/// <summary>
/// An item and where its answers are summed: as a whole under <see cref="First"/>, its sub-questions under the numbers that follow.
/// </summary>
/// <param name="Key">The score its mean becomes.</param>
public sealed record AskedItem(Item Item, ScoreKey Key, int First)
{
    public bool HasSubQuestions { get; } = Item.SubQuestions.Length > 0;

    public IEnumerable<int> SubNumbers => Enumerable.Range(First + 1, Item.SubQuestions.Length);

    /// <summary>The first number behind this item's own.</summary>
    public int End => First + 1 + Item.SubQuestions.Length;
}
