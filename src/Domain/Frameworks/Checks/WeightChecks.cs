namespace Ita.Domain.Frameworks.Checks;

/// <summary>Weights are percentages of the total that sum to exactly 100; those of parts sum to that of their instrument.</summary>
internal static class WeightChecks
{
    public static IEnumerable<FrameworkFault> Check(Framework framework) =>
    [
        .. NotHundred(framework),
        .. NotPositive(framework),
        .. framework.Instruments.At("$.instruments")
            .Where(one => !one.Value.Parts.IsEmpty).SelectMany(one => OfParts(one.Value, one.Path + ".parts")),
    ];

    private static IEnumerable<FrameworkFault> NotHundred(Framework framework)
    {
        var sum = framework.Instruments.Sum(instrument => instrument.Weight.Value);
        return sum == 100 ? [] : [FrameworkFault.Of("weights-sum", "$.instruments", ("sum", sum))];
    }

    private static IEnumerable<FrameworkFault> NotPositive(Framework framework) =>
        from one in framework.Instruments.At("$.instruments")
        where one.Value.Weight.Value <= 0
        select FrameworkFault.Of("weight-range", one.Path + ".weight.value", ("code", one.Value.Code), ("amount", one.Value.Weight.Value));

    private static IEnumerable<FrameworkFault> OfParts(Instrument instrument, string path) =>
        [.. WrongSum(instrument, path), .. Unequal(instrument, path), .. WrongNumbers(instrument, path), .. NotTwo(instrument, path)];

    private static IEnumerable<FrameworkFault> WrongSum(Instrument instrument, string path)
    {
        var sum = instrument.Parts.Sum(part => part.Weight.Value);
        return sum == instrument.Weight.Value
            ? []
            : [FrameworkFault.Of("parts-sum", path, ("code", instrument.Code), ("sum", sum), ("amount", instrument.Weight.Value))];
    }

    // Published indicators are the unweighted mean of the parts; parts of unequal weight would need another rule.
    private static IEnumerable<FrameworkFault> Unequal(Instrument instrument, string path) =>
        instrument.Parts.Select(part => part.Weight.Value).Distinct().Skip(1).Any()
            ? [FrameworkFault.Of("parts-differ", path, ("code", instrument.Code))]
            : [];

    private static IEnumerable<FrameworkFault> WrongNumbers(Instrument instrument, string path) =>
        instrument.Parts.Select(part => part.Number).SequenceEqual(Enumerable.Range(1, instrument.Parts.Length))
            ? []
            : [FrameworkFault.Of("parts-numbers", path, ("code", instrument.Code))];

    private static IEnumerable<FrameworkFault> NotTwo(Instrument instrument, string path) => instrument.Parts.Length == 2
        ? []
        : [FrameworkFault.Of("parts-two", path, ("code", instrument.Code), ("count", instrument.Parts.Length))];
}
