namespace Ita.Domain.Responses;

/// <summary>One thing a form asks: an item without sub-questions, or one of an item's sub-questions.</summary>
/// <param name="Place">From 0: where its answer stands in a sheet.</param>
/// <param name="Number">Where its answers are summed, see <see cref="AskedItem"/>.</param>
/// <param name="Code">I1, or I11.2 for a sub-question.</param>
/// <param name="Text">As the catalogue has it; of a sub-question, its own words.</param>
/// <param name="Polarity">Which way the question points.</param>
/// <param name="Options">In the order they are shown; see <see cref="QuestionList"/>.</param>
public sealed record AskedQuestion(
    int Place, int Number, string Code, string Text, Polarity Polarity, AskedItem Item, ImmutableArray<AnswerOption> Options)
{
    /// <summary>The most points an option earns here.</summary>
    public int BestUnits { get; } = Options.Max(option => option.Units);

    /// <summary>The option of a number as a form posts it; null when there is none.</summary>
    public AnswerOption? Option(int number) => number >= 1 && number <= Options.Length ? Options[number - 1] : null;
}

/// <summary>One answer that may be given to one question.</summary>
/// <param name="Number">From 1, in the order shown: what a form posts and a sheet keeps.</param>
/// <param name="Points">0 to 100, what it earns in this question.</param>
public sealed record AnswerOption(int Number, string Label, decimal Points)
{
    /// <summary>The points as the whole number that is summed.</summary>
    public int Units { get; } = SheetSums.UnitsOf(Points);
}
