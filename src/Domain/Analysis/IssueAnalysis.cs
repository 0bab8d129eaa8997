namespace Ita.Domain.Analysis;

/// <summary>One of the 7 issues (ประเด็น) with the scores of its items.</summary>
/// <param name="IsProposed">The year has no official list of items; this one follows from the topics of the year before.</param>
/// <param name="Items">Lowest score first, ties in the order of the issue; items without a score last.</param>
public sealed record IssueAnalysis(int Number, string Title, bool IsProposed, ImmutableArray<ItemFigure> Items)
{
    /// <summary>The class of the lowest item, which is also that of the issue; null when no item has a score.</summary>
    public ScoreClass? Verdict => Items.Min(item => item.Class);

    /// <summary>Number of items of a class.</summary>
    public int Count(ScoreClass one) => Items.Count(item => item.Class == one);

    /// <summary>Number of items without a score.</summary>
    public int Unscored => Items.Count(item => item.Score is null);

    /// <summary>The items below the pass line, lowest first.</summary>
    public IEnumerable<ItemFigure> Weak => Items.Where(item => item.Class == ScoreClass.Urgent);

    /// <summary>All issues by number; empty for a year whose assignment of items to issues is not known.</summary>
    /// <remarks>An item may belong to several issues.</remarks>
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
