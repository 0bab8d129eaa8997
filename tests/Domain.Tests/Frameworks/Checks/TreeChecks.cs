using Ita.Domain.Frameworks;

namespace Ita.Domain.Tests.Frameworks.Checks;

/// <summary>Instruments, indicators and sub-indicators form a tree, and if a year has items, every leaf has some.</summary>
internal static class TreeChecks
{
    public static IEnumerable<string> Of(Framework framework) =>
    [
        .. NotInOneInstrument(framework),
        .. UnknownIndicators(framework),
        .. SubIndicatorsInNoIndicator(framework),
        .. ItemsBesideSubIndicators(framework),
        .. EmptyIndicators(framework),
        .. EmptySubIndicators(framework),
    ];

    private static IEnumerable<string> NotInOneInstrument(Framework framework) =>
        from indicator in framework.Indicators
        let owners = framework.Instruments.Count(instrument => instrument.Indicators.Contains(indicator.Number))
        where owners != 1
        select $"Indicator {indicator.Number} belongs to {owners} instruments, not to one.";

    private static IEnumerable<string> UnknownIndicators(Framework framework) =>
        from instrument in framework.Instruments
        from number in instrument.Indicators
        where framework.Indicators.All(indicator => indicator.Number != number)
        select $"Instrument {instrument.Code} names indicator {number}, which does not exist.";

    private static IEnumerable<string> SubIndicatorsInNoIndicator(Framework framework) =>
        from sub in framework.SubIndicators
        where framework.Indicators.All(indicator => indicator.Number != sub.Indicator)
        select $"Sub-indicator {sub.Code} names indicator {sub.Indicator}, which does not exist.";

    // An indicator is the mean of its sub-indicators or of its items, never of both.
    private static IEnumerable<string> ItemsBesideSubIndicators(Framework framework) =>
        from item in framework.Items
        where item.SubIndicator is null && framework.SubIndicatorsOf(item.Indicator).Any()
        select $"Item {item.Code} stands beside the sub-indicators of indicator {item.Indicator}.";

    private static IEnumerable<string> EmptyIndicators(Framework framework) =>
        from indicator in framework.Indicators
        where !framework.Items.IsEmpty && framework.Items.All(item => item.Indicator != indicator.Number) && !MayHaveNone(framework, indicator)
        select $"Indicator {indicator.Number} has no items.";

    // Of a year that is not confirmed, the items of an instrument may be unknown, but not some of them.
    private static bool MayHaveNone(Framework framework, Indicator indicator) => framework.Unconfirmed is not null
        && framework.Instruments.Any(instrument => instrument.Indicators.Contains(indicator.Number) && !framework.HasItems(instrument));

    private static IEnumerable<string> EmptySubIndicators(Framework framework) =>
        from sub in framework.SubIndicators
        where !framework.Items.IsEmpty && framework.Items.All(item => item.SubIndicator != sub.Code)
        select $"Sub-indicator {sub.Code} has no items.";
}
