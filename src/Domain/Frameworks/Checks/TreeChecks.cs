namespace Ita.Domain.Frameworks.Checks;

/// <summary>Instruments, indicators and sub-indicators form a tree, and if an instrument has items, every leaf of it has some.</summary>
internal static class TreeChecks
{
    public static IEnumerable<FrameworkFault> Check(Framework framework) =>
    [
        .. NotInOneInstrument(framework),
        .. UnknownIndicators(framework),
        .. SubIndicatorsInNoIndicator(framework),
        .. ItemsBesideSubIndicators(framework),
        .. EmptyInstruments(framework),
        .. EmptyIndicators(framework),
        .. EmptySubIndicators(framework),
        .. UnknownLists(framework),
    ];

    private static IEnumerable<FrameworkFault> NotInOneInstrument(Framework framework) =>
        from one in framework.Indicators.At("$.indicators")
        let owners = framework.Instruments.Count(instrument => instrument.Indicators.Contains(one.Value.Number))
        where owners != 1
        select FrameworkFault.Of("indicator-owners", one.Path + ".number", ("number", one.Value.Number), ("count", owners));

    private static IEnumerable<FrameworkFault> UnknownIndicators(Framework framework) =>
        from one in framework.Instruments.At("$.instruments")
        from number in one.Value.Indicators.At(one.Path + ".indicators")
        where framework.Indicators.All(indicator => indicator.Number != number.Value)
        select NotFound(
            $"Instrument {one.Value.Code}", $"เครื่องมือ {one.Value.Code}", $"indicator {number.Value}", $"ตัวชี้วัดที่ {number.Value}", number.Path);

    private static IEnumerable<FrameworkFault> SubIndicatorsInNoIndicator(Framework framework) =>
        from one in framework.SubIndicators.At("$.subIndicators")
        where framework.Indicators.All(indicator => indicator.Number != one.Value.Indicator)
        select NotFound(
            $"Sub-indicator {one.Value.Code}", $"ตัวชี้วัดย่อย {one.Value.Code}",
            $"indicator {one.Value.Indicator}", $"ตัวชี้วัดที่ {one.Value.Indicator}", one.Path + ".indicator");

    // An indicator is the mean of its sub-indicators or of its items, never of both.
    private static IEnumerable<FrameworkFault> ItemsBesideSubIndicators(Framework framework) =>
        from one in framework.Items.At("$.items")
        where one.Value.SubIndicator is null && framework.SubIndicatorsOf(one.Value.Indicator).Any()
        select FrameworkFault.Of("beside-subs", one.Path + ".subIndicator", ("item", one.Value.Code), ("number", one.Value.Indicator));

    private static IEnumerable<FrameworkFault> EmptyInstruments(Framework framework) =>
        from one in framework.Instruments.At("$.instruments")
        where one.Value.Indicators.IsEmpty
        select FrameworkFault.Of("no-indicators", one.Path + ".indicators", ("code", one.Value.Code));

    private static IEnumerable<FrameworkFault> EmptyIndicators(Framework framework) =>
        from one in framework.Indicators.At("$.indicators")
        where !framework.Items.IsEmpty && framework.Items.All(item => item.Indicator != one.Value.Number) && !MayHaveNone(framework, one.Value)
        select Empty($"Indicator {one.Value.Number}", $"ตัวชี้วัดที่ {one.Value.Number}", one.Path + ".number");

    // Of a year that is not confirmed, the items of an instrument may be unknown, but not some of them.
    private static bool MayHaveNone(Framework framework, Indicator indicator) => framework.Unconfirmed is not null
        && framework.Instruments.Any(instrument => instrument.Indicators.Contains(indicator.Number) && !framework.HasItems(instrument));

    private static IEnumerable<FrameworkFault> EmptySubIndicators(Framework framework) =>
        from one in framework.SubIndicators.At("$.subIndicators")
        where !framework.Items.IsEmpty && framework.Items.All(item => item.SubIndicator != one.Value.Code)
        select Empty($"Sub-indicator {one.Value.Code}", $"ตัวชี้วัดย่อย {one.Value.Code}", one.Path + ".code");

    private static IEnumerable<FrameworkFault> UnknownLists(Framework framework) =>
        from one in (framework.Unconfirmed?.ListOnly ?? []).At("$.unconfirmed.listOnly")
        where framework.Instruments.All(instrument => instrument.Code != one.Value)
        select NotFound("The list of instruments that are only listed", "รายการเครื่องมือที่มีเพียงรายชื่อข้อ", $"the instrument {one.Value}",
            $"เครื่องมือ {one.Value}", one.Path);

    public static FrameworkFault Empty(string what, string whatTh, string path) =>
        FrameworkFault.Of("no-items", path, ("what", what), ("whatTh", whatTh));

    public static FrameworkFault NotFound(string who, string whoTh, string what, string whatTh, string path) =>
        FrameworkFault.Of("not-found", path, ("who", who), ("whoTh", whoTh), ("what", what), ("whatTh", whatTh));
}
