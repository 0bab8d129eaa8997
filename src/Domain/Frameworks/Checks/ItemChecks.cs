namespace Ita.Domain.Frameworks.Checks;

/// <summary>Each item is at the right place in the tree and numbered as in documents.</summary>
internal static class ItemChecks
{
    public static IEnumerable<FrameworkFault> Check(Framework framework) =>
    [
        .. UnknownIndicators(framework),
        .. WrongSubIndicators(framework),
        .. framework.Instruments.SelectMany(instrument => WrongCodes(framework, instrument)),
        .. framework.Items.At("$.items").SelectMany(one => WrongSubQuestions(one.Value, one.Path)),
        .. WrongSubCodes(framework),
    ];

    private static IEnumerable<FrameworkFault> UnknownIndicators(Framework framework) =>
        from one in framework.Items.At("$.items")
        where framework.Indicators.All(indicator => indicator.Number != one.Value.Indicator)
        select TreeChecks.NotFound(
            $"Item {one.Value.Code}", $"ข้อ {one.Value.Code}",
            $"indicator {one.Value.Indicator}", $"ตัวชี้วัดที่ {one.Value.Indicator}", one.Path + ".indicator");

    private static IEnumerable<FrameworkFault> WrongSubIndicators(Framework framework) =>
        from one in framework.Items.At("$.items")
        where one.Value.SubIndicator is not null
            && !framework.SubIndicatorsOf(one.Value.Indicator).Any(sub => sub.Code == one.Value.SubIndicator)
        select FrameworkFault.Of(
            "wrong-sub", one.Path + ".subIndicator", ("item", one.Value.Code), ("sub", one.Value.SubIndicator!), ("number", one.Value.Indicator));

    // Prefix of the instrument and 1, 2, 3 ... in the order of the file, so that gaps and wrong codes are found.
    private static IEnumerable<FrameworkFault> WrongCodes(Framework framework, Instrument instrument) =>
        framework.Items.At("$.items").Where(one => instrument.Indicators.Contains(one.Value.Indicator))
            .Select((one, index) => (one.Value.Code, one.Path, Expected: FormattableString.Invariant($"{instrument.ItemPrefix}{index + 1}")))
            .Where(one => one.Code != one.Expected)
            .Select(one => FrameworkFault.Of(
                "item-order", one.Path + ".code", ("item", one.Code), ("expected", one.Expected), ("instrument", instrument.Code)));

    private static IEnumerable<FrameworkFault> WrongSubQuestions(Item item, string path) =>
        item.SubQuestions.At(path + ".subQuestions")
            .Select((one, index) => (one.Value.Code, one.Path, Expected: FormattableString.Invariant($"{item.Code}.{index + 1}")))
            .Where(one => one.Code != one.Expected)
            .Select(one => FrameworkFault.Of("sub-order", one.Path + ".code", ("sub", one.Code), ("expected", one.Expected)));

    private static IEnumerable<FrameworkFault> WrongSubCodes(Framework framework) =>
        from indicator in framework.SubIndicators.At("$.subIndicators").GroupBy(one => one.Value.Indicator)
        from one in indicator
            .Select((one, index) => (one.Value.Code, one.Path, Expected: FormattableString.Invariant($"{indicator.Key}.{index + 1}")))
        where one.Code != one.Expected
        select FrameworkFault.Of("sub-code", one.Path + ".code", ("sub", one.Code), ("expected", one.Expected));
}
