namespace Ita.Domain.Analysis;

/// <summary>One of the 7 issues (ประเด็น) with what its items say.</summary>
/// <param name="IsProposed">The year's list of items is not an official one; it follows from the topics of the year before.</param>
/// <param name="Items">Lowest first, those of a tie in the order of the issue; items without a score last.</param>
public sealed record IssueAnalysis(int Number, string Title, bool IsProposed, ImmutableArray<ItemFigure> Items)
{
    /// <summary>The class of the lowest item: an issue is no better than that; null when no item has a score.</summary>
    public ScoreClass? Verdict => Items.Min(item => item.Class);

    /// <summary>How many items of a class.</summary>
    public int Count(ScoreClass one) => Items.Count(item => item.Class == one);

    /// <summary>How many items have no score.</summary>
    public int Unscored => Items.Count(item => item.Score is null);

    /// <summary>The items below the pass line, lowest first.</summary>
    public IEnumerable<ItemFigure> Weak => Items.Where(item => item.Class == ScoreClass.Urgent);

    /// <summary>All issues by number; empty in a year without a known map.</summary>
    /// <remarks>An item may stand in more than one issue.</remarks>
    public static ImmutableArray<IssueAnalysis> Analyze(AgencyResult result, Framework framework, ClassThresholds thresholds)
    {
        var figures = ItemFigure.List(result, framework, thresholds).ToDictionary(item => item.Code);
        return [.. framework.Issues.Select(issue => new IssueAnalysis(
            issue.Number,
            issue.Title,
            issue.Mark == Mark.Assumed,
            [.. issue.Items.Select(code => figures[code]).OrderBy(item => item.Score is null).ThenBy(item => item.Shown)]))];
    }
}
