namespace Ita.Domain.Scoring;

/// <summary>Everything computed for one agency in one year.</summary>
/// <param name="MethodVersion">Version of the framework file and of the rules: the same inputs and version give the same result.</param>
/// <param name="Total">The root of the tree; its children are the instruments.</param>
public sealed record AgencyResult(
    Agency Agency,
    string MethodVersion,
    ScoreNode Total,
    RatingOutcome Rating,
    ImmutableArray<Finding> Findings)
{
    public FiscalYear Year => Agency.Year;

    /// <summary>The instruments in the framework's order, those asked in parts with their parts below them.</summary>
    public ImmutableArray<ScoreNode> Instruments => Total.Children;

    /// <summary>The indicators, each once; for an instrument with parts, the figures of both parts together.</summary>
    public IEnumerable<ScoreNode> Indicators => Instruments.SelectMany(instrument => instrument.Children);

    /// <summary>The shown score of a figure of the tree; null when it has no score or does not exist.</summary>
    public decimal? ShownOf(ScoreKey key) => Total.SelfAndBelow().FirstOrDefault(node => node.Key == key)?.Shown;
}
