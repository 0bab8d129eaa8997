using Ita.Domain.Analysis;
using Ita.Domain.Frameworks;
using Ita.Domain.Tests.Frameworks.Checks;

namespace Ita.Domain.Tests.Analysis;

/// <summary>Validates a crosswalk, because a wrong pair would compare two different questions.</summary>
public static class CrosswalkChecks
{
    /// <summary>All errors, as sentences for the editor of the file; empty when it is valid.</summary>
    public static IReadOnlyList<string> FaultsOf(Crosswalk crosswalk, Framework earlier, Framework later) =>
    [
        .. Side(earlier, [.. crosswalk.Pairs.Select(pair => pair.From), .. crosswalk.OnlyFrom.Select(one => one.Code)]),
        .. Side(later, [.. crosswalk.Pairs.Select(pair => pair.To), .. crosswalk.OnlyTo.Select(one => one.Code)]),
        .. AcrossInstruments(crosswalk, earlier, later),
    ];

    private static IEnumerable<string> Side(Framework framework, List<string> codes) =>
    [
        .. CodeChecks.Doubled($"item of {framework.Year}", codes),
        .. codes.Where(code => framework.Items.All(item => item.Code != code)).Select(code => $"{framework.Year} has no item {code}."),
        .. framework.Items.Where(item => !codes.Contains(item.Code))
            .Select(item => $"Item {item.Code} of {framework.Year} is neither paired nor listed."),
    ];

    private static IEnumerable<string> AcrossInstruments(Crosswalk crosswalk, Framework earlier, Framework later) =>
        from pair in crosswalk.Pairs
        where InstrumentOf(earlier, pair.From) != InstrumentOf(later, pair.To)
        select $"{pair.From} and {pair.To} belong to different instruments.";

    private static string? InstrumentOf(Framework framework, string code) =>
        framework.Items.FirstOrDefault(item => item.Code == code) is { } item
            ? framework.Instruments.First(instrument => instrument.Indicators.Contains(item.Indicator)).Code
            : null;
}
