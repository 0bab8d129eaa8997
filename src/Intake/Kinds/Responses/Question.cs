using Ita.Domain.Responses;

namespace Ita.Intake.Kinds.Responses;

/// <summary>One thing a file may answer: an item as a whole, or one of its sub-questions.</summary>
/// <param name="Number">Its place in the sums.</param>
/// <param name="Code">As the framework spells it.</param>
/// <param name="IsSubQuestion">Whether it is one of several that make the item.</param>
internal sealed record Question(int Number, string Code, AskedItem Item, AnswerCell Answers, bool IsSubQuestion)
{
    /// <summary>Whether the item may be answered as a whole or by sub-questions.</summary>
    public bool HasOtherForm { get; } = Item.HasSubQuestions;
}
