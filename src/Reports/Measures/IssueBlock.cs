namespace Ita.Reports.Measures;

/// <summary>One issue with its weaknesses and measures.</summary>
/// <param name="Number">Null for weaknesses and measures of no issue.</param>
/// <param name="Title">Empty when the titles of the year's issues are not known.</param>
/// <param name="Weak">Lowest score first; an indicator of which no item is known is in every issue that has one of its items.</param>
public sealed record IssueBlock(int? Number, string Title, ImmutableArray<WeakRow> Weak, ImmutableArray<Measure> Measures)
{
    /// <summary>Number of items of the issue that have a score.</summary>
    public int Scored { get; init; }

    /// <summary>Number of items of the issue without a score.</summary>
    public int Unscored { get; init; }

    /// <summary>The items of the issue; empty when they are not known.</summary>
    public ImmutableArray<ItemFigure> Items { get; init; } = [];

    /// <summary>The indicators that have an item of the issue, by number.</summary>
    public ImmutableArray<ScoreNode> Indicators { get; init; } = [];

    /// <summary>
    /// Groups weaknesses and measures by issue: the year's issues and those named only by measures, by number, then the block without an
    /// issue if it is not empty.
    /// </summary>
    public static ImmutableArray<IssueBlock> Group(MeasuresView view)
    {
        var issues = IssueAnalysis.Analyze(view.Model.Result, view.Model.Framework, view.Model.Thresholds);
        var known = issues.Select(issue => issue.Number).ToHashSet();
        var blocks = issues.Select(issue => BlockOf(view, issue))
            .Concat(OnlyPlanned(view, known))
            .OrderBy(block => block.Number);
        var rest = new IssueBlock(null, "", RowsWithout(view, issues), MeasuresOf(view, null));
        return [.. blocks, .. rest.Weak.IsEmpty && rest.Measures.IsEmpty ? Array.Empty<IssueBlock>() : [rest]];
    }

    private static IssueBlock BlockOf(MeasuresView view, IssueAnalysis issue) =>
        new(issue.Number, issue.Title, RowsOf(view, issue), MeasuresOf(view, issue.Number))
        {
            Scored = issue.Items.Length - issue.Unscored,
            Unscored = issue.Unscored,
            Items = issue.Items,
            Indicators = view.Analysis.IndicatorsOf(issue),
        };

    private static IEnumerable<IssueBlock> OnlyPlanned(MeasuresView view, HashSet<int> known) => view.Model.Measures
        .Select(measure => measure.Issue).OfType<int>().Distinct().Where(number => !known.Contains(number))
        .Select(number => new IssueBlock(number, "", [], MeasuresOf(view, number)));

    private static ImmutableArray<WeakRow> RowsOf(MeasuresView view, IssueAnalysis issue) =>
        [.. view.Weak.Where(code => IsIn(view, issue, code)).Select(view.RowOf).OrderBy(row => row.Score)];

    private static bool IsIn(MeasuresView view, IssueAnalysis issue, string code) => issue.Items.Any(item => item.Code == code)
        || view.Model.Framework.Items.Any(item =>
            ScoreKey.Indicator(item.Indicator).Code == code && issue.Items.Any(one => one.Code == item.Code));

    private static ImmutableArray<WeakRow> RowsWithout(MeasuresView view, ImmutableArray<IssueAnalysis> issues) =>
        [.. view.Weak.Where(code => !issues.Any(issue => IsIn(view, issue, code))).Select(view.RowOf).OrderBy(row => row.Score)];

    private static ImmutableArray<Measure> MeasuresOf(MeasuresView view, int? issue) =>
        [.. view.Model.Measures.Where(measure => measure.Issue == issue)];
}
