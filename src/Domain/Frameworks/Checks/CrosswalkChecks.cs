namespace Ita.Domain.Frameworks.Checks;

/// <summary>Validates a crosswalk, because a wrong pair would compare two different questions.</summary>
public static class CrosswalkChecks
{
    private const string Path = "$.crosswalk";

    internal static IEnumerable<FrameworkFault> Check(Framework framework, Framework? before) => framework.Crosswalk is not { } crosswalk
        ? []
        : crosswalk.To != framework.Year || crosswalk.From.BuddhistEra != framework.Year.BuddhistEra - 1
            ? [FrameworkFault.Of("crosswalk-years", Path, ("year", framework.Year), ("from", crosswalk.From), ("to", crosswalk.To))]
            : before is null ? [] : FindFaults(crosswalk, before, framework);

    /// <summary>All faults; empty when it is valid.</summary>
    public static ImmutableArray<FrameworkFault> FindFaults(Crosswalk crosswalk, Framework earlier, Framework later)
    {
        ArgumentNullException.ThrowIfNull(crosswalk);
        var pairs = crosswalk.Pairs.At(Path + ".pairs").ToList();
        return
        [
            .. Side(earlier, [.. pairs.Select(one => (one.Value.From, one.Path + ".from")), .. Codes(crosswalk.OnlyFrom, "onlyFrom")]),
            .. Side(later, [.. pairs.Select(one => (one.Value.To, one.Path + ".to")), .. Codes(crosswalk.OnlyTo, "onlyTo")]),
            .. pairs.Where(one => InstrumentOf(earlier, one.Value.From) != InstrumentOf(later, one.Value.To))
                .Select(one => FrameworkFault.Of("crosswalk-instruments", one.Path, ("from", one.Value.From), ("to", one.Value.To))),
        ];
    }

    private static IEnumerable<(string Code, string Path)> Codes(ImmutableArray<Unpaired> only, string member) =>
        only.At($"{Path}.{member}").Select(one => (one.Value.Code, one.Path + ".code"));

    private static IEnumerable<FrameworkFault> Side(Framework framework, List<(string Code, string Path)> codes) =>
    [
        .. CodeChecks.Doubled($"item of {framework.Year}", $"ข้อของปี {framework.Year}", codes),
        .. codes.Where(code => framework.Items.All(item => item.Code != code.Code))
            .Select(code => FrameworkFault.Of("crosswalk-no-item", code.Path, ("year", framework.Year), ("item", code.Code))),
        .. framework.Items.Where(item => codes.TrueForAll(code => code.Code != item.Code))
            .Select(item => FrameworkFault.Of("crosswalk-not-listed", Path, ("item", item.Code), ("year", framework.Year))),
    ];

    private static string? InstrumentOf(Framework framework, string code) =>
        framework.Items.FirstOrDefault(item => item.Code == code) is { } item
            ? framework.Instruments.FirstOrDefault(instrument => instrument.Indicators.Contains(item.Indicator))?.Code
            : null;
}
