namespace Ita.Domain.Findings;

/// <summary>
/// Warns of indicators that are computed from items although it is only assumed which items their sub-indicators have. Years whose rules
/// are confirmed otherwise have no such warning: published indicators of theirs agree with the assumed ranges.
/// </summary>
internal static class AssumedRanges
{
    public static IEnumerable<Finding> Check(ScoringContext context, ImmutableArray<ScoreNode> instruments) =>
        context.Framework.Unconfirmed is null
            ? []
            : from indicator in instruments.SelectMany(instrument => instrument.Children)
              where indicator is { Level: Level.Indicator, Status: ScoreStatus.Computed } && HasAssumedRange(context, indicator)
              select new Finding("ranges-assumed", Severity.Warning, indicator.Key.ToString());

    private static bool HasAssumedRange(ScoringContext context, ScoreNode indicator) => context.Framework.SubIndicators.Any(
        sub => sub.Mark == Mark.Assumed && indicator.Children.Any(child => child.Level == Level.SubIndicator && child.Key.Code == sub.Code));
}
