using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;

namespace Ita.Intake.Answers;

/// <summary>One thing people are asked: an item, or one of its sub-questions.</summary>
/// <param name="Number">Its place in an <see cref="AnswerTally"/>.</param>
/// <param name="Code">As the framework spells it.</param>
/// <param name="IsSubQuestion">Whether it is one of several that make the item.</param>
internal sealed record Question(int Number, string Code, AskedItem Item, AnswerCell Answers, bool IsSubQuestion);

/// <summary>An item and where its answers are tallied: as a whole under <see cref="First"/>, its sub-questions under the numbers that follow.</summary>
internal sealed record AskedItem(Item Item, ScoreKey Key, int First)
{
    public bool HasSubQuestions { get; } = Item.SubQuestions.Length > 0;

    public IEnumerable<int> SubNumbers => Enumerable.Range(First + 1, Item.SubQuestions.Length);

    /// <summary>The first number behind this item's own.</summary>
    public int End => First + 1 + Item.SubQuestions.Length;
}
