namespace Ita.Domain.Responses;

/// <summary>One question of a form: an item without sub-questions, or one of an item's sub-questions.</summary>
/// <param name="Place">Index of its answer in a sheet, from 0.</param>
/// <param name="Number">Position of its sum in <see cref="SheetSums"/>, see <see cref="AskedItem"/>.</param>
/// <param name="Code">I1, or I11.2 for a sub-question.</param>
/// <param name="Text">The text in the framework file; for a sub-question, its own text.</param>
/// <param name="Polarity">Whether agreeing is good or bad.</param>
/// <param name="Options">In display order; see <see cref="QuestionList"/>.</param>
public sealed record AskedQuestion(
    int Place, int Number, string Code, string Text, Polarity Polarity, AskedItem Item, ImmutableArray<AnswerOption> Options)
{
    /// <summary>The highest points an option of this question gives, in units of <see cref="SheetSums"/>.</summary>
    public int BestUnits { get; } = Options.Max(option => option.Units);

    /// <summary>The option with a number as posted by a form; null when there is none.</summary>
    public AnswerOption? Option(int number) => number >= 1 && number <= Options.Length ? Options[number - 1] : null;
}

/// <summary>One possible answer to one question.</summary>
/// <param name="Number">From 1, in display order: the value that a form posts and a sheet stores.</param>
/// <param name="Points">0 to 100: what the answer is worth in this question.</param>
public sealed record AnswerOption(int Number, string Label, decimal Points)
{
    /// <summary>The points in the whole units in which <see cref="SheetSums"/> adds them up.</summary>
    public int Units { get; } = SheetSums.UnitsOf(Points);
}
