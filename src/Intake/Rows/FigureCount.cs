namespace Ita.Intake.Rows;

/// <summary>Counts scores that belong together, to find out whether they are fractions of 1 instead of scores of 100.</summary>
internal sealed class FigureCount
{
    private const int Fewest = 3;

    private int count;
    private int between;
    private int ones;
    private int above;

    /// <summary>Whether only 0 and the highest score occur, as on a checklist, so that a single 1 shows a fraction.</summary>
    public bool IsChecklist { get; init; }

    /// <summary>The key of the first score and of the last.</summary>
    public (int First, int Last) Keys { get; private set; }

    /// <summary>The first score above 0 and not above 1.</summary>
    public StatedScore Example { get; private set; }

    public int FirstLine { get; private set; } = int.MaxValue;

    /// <summary>Whether none is above 1, and some are between 0 and 1.</summary>
    public bool LookLikeFractions => above == 0 && (between > 0 || (IsChecklist && ones > 0));

    /// <summary>Whether there are enough of them to refuse them.</summary>
    public bool AreFractions => above == 0 && count >= Fewest && (LookLikeFractions || ones >= Fewest);

    public void Add(int key, in StatedScore score)
    {
        Keys = (count == 0 ? key : Keys.First, key);
        count++;
        FirstLine = Math.Min(FirstLine, score.Line);
        if (score.Score > 1)
        {
            above++;
        }
        else if (score.Score > 0)
        {
            between += score.Score < 1 ? 1 : 0;
            ones += score.Score < 1 ? 0 : 1;
            Example = Example.Line == 0 || (score.Score < 1 && Example.Score == 1) ? score : Example;
        }
    }
}
