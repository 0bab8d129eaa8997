using Ita.Domain.Frameworks;

namespace Ita.Domain.Tests.Frameworks.Checks;

/// <summary>Each item is at the right place in the tree and numbered as in documents.</summary>
internal static class ItemChecks
{
    public static IEnumerable<string> Of(Framework framework) =>
    [
        .. UnknownIndicators(framework),
        .. WrongSubIndicators(framework),
        .. framework.Instruments.SelectMany(instrument => WrongCodes(framework, instrument)),
        .. framework.Items.SelectMany(WrongSubQuestions),
    ];

    private static IEnumerable<string> UnknownIndicators(Framework framework) =>
        from item in framework.Items
        where framework.Indicators.All(indicator => indicator.Number != item.Indicator)
        select $"Item {item.Code} names indicator {item.Indicator}, which does not exist.";

    private static IEnumerable<string> WrongSubIndicators(Framework framework) =>
        from item in framework.Items
        where item.SubIndicator is not null
            && !framework.SubIndicatorsOf(item.Indicator).Any(sub => sub.Code == item.SubIndicator)
        select $"Item {item.Code} names sub-indicator {item.SubIndicator}, which indicator {item.Indicator} does not have.";

    // Prefix of the instrument and 1, 2, 3 ... in the order of the file, so that gaps and wrong codes are found.
    private static IEnumerable<string> WrongCodes(Framework framework, Instrument instrument) =>
        framework.Items.Where(item => instrument.Indicators.Contains(item.Indicator))
            .Select((item, index) => (item.Code, Expected: $"{instrument.ItemPrefix}{index + 1}"))
            .Where(item => item.Code != item.Expected)
            .Select(item => $"Item {item.Code} stands where {item.Expected} of {instrument.Code} should.");

    private static IEnumerable<string> WrongSubQuestions(Item item) =>
        item.SubQuestions.Select((subQuestion, index) => (subQuestion.Code, Expected: $"{item.Code}.{index + 1}"))
            .Where(subQuestion => subQuestion.Code != subQuestion.Expected)
            .Select(subQuestion => $"Sub-question {subQuestion.Code} stands where {subQuestion.Expected} should.");
}
