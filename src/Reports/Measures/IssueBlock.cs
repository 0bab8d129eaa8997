namespace Ita.Reports.Measures;

/// <summary>One issue with its weaknesses and measures.</summary>
/// <param name="Number">Null for weaknesses and measures of no issue.</param>
/// <param name="Title">Empty when the titles of the year's issues are not known.</param>
/// <param name="Weak">Lowest score first.</param>
public sealed record IssueBlock(int? Number, string Title, ImmutableArray<WeakRow> Weak, ImmutableArray<Measure> Measures)
{
    /// <summary>
    /// Groups weaknesses and measures by issue: the year's issues and those named only by measures, by number, then the block without an
    /// issue if it is not empty.
    /// </summary>
    public static ImmutableArray<IssueBlock> Group(MeasuresView view)
    {
        var issues = IssueAnalysis.Analyze(view.Model.Result, view.Model.Framework, view.Model.Thresholds);
        var known = issues.Select(issue => issue.Number).ToHashSet();
        var blocks = issues.Select(issue => new IssueBlock(issue.Number, issue.Title, RowsOf(issue), MeasuresOf(view, issue.Number)))
            .Concat(OnlyPlanned(view, known))
            .OrderBy(block => block.Number);
        var rest = new IssueBlock(null, "", RowsWithout(view, issues), MeasuresOf(view, null));
        return [.. blocks, .. rest.Weak.IsEmpty && rest.Measures.IsEmpty ? Array.Empty<IssueBlock>() : [rest]];
    }

    private static IEnumerable<IssueBlock> OnlyPlanned(MeasuresView view, HashSet<int> known) => view.Model.Measures
        .Select(measure => measure.Issue).OfType<int>().Distinct().Where(number => !known.Contains(number))
        .Select(number => new IssueBlock(number, "", [], MeasuresOf(view, number)));

    private static ImmutableArray<WeakRow> RowsOf(IssueAnalysis issue) =>
        [.. issue.Weak.Select(item => new WeakRow(item.Code, item.Text, item.Shown))];

    private static ImmutableArray<WeakRow> RowsWithout(MeasuresView view, ImmutableArray<IssueAnalysis> issues)
    {
        var placed = issues.SelectMany(issue => issue.Items).Select(item => item.Code).ToHashSet();
        return [.. view.Weak.Where(code => !placed.Contains(code)).Select(view.RowOf).OrderBy(row => row.Score)];
    }

    private static ImmutableArray<Measure> MeasuresOf(MeasuresView view, int? issue) =>
        [.. view.Model.Measures.Where(measure => measure.Issue == issue)];
}
