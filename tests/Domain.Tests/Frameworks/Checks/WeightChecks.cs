using Ita.Domain.Frameworks;

namespace Ita.Domain.Tests.Frameworks.Checks;

/// <summary>Weights are percentages of the total that sum to exactly 100; those of parts sum to that of their instrument.</summary>
internal static class WeightChecks
{
    public static IEnumerable<string> Of(Framework framework) =>
    [
        .. NotHundred(framework),
        .. NotPositive(framework),
        .. framework.Instruments.Where(instrument => !instrument.Parts.IsEmpty).SelectMany(OfParts),
    ];

    private static IEnumerable<string> NotHundred(Framework framework)
    {
        var sum = framework.Instruments.Sum(instrument => instrument.Weight.Value);
        return sum == 100 ? [] : [$"The weights sum to {sum}, not to 100."];
    }

    private static IEnumerable<string> NotPositive(Framework framework) =>
        from instrument in framework.Instruments
        where instrument.Weight.Value <= 0
        select $"Instrument {instrument.Code} has the weight {instrument.Weight.Value}.";

    private static IEnumerable<string> OfParts(Instrument instrument) =>
        [.. WrongSum(instrument), .. Unequal(instrument), .. WrongNumbers(instrument)];

    private static IEnumerable<string> WrongSum(Instrument instrument)
    {
        var sum = instrument.Parts.Sum(part => part.Weight.Value);
        return sum == instrument.Weight.Value
            ? []
            : [$"The parts of {instrument.Code} weigh {sum}, the instrument {instrument.Weight.Value}."];
    }

    // Published indicators are the unweighted mean of the parts; parts of unequal weight would need another rule.
    private static IEnumerable<string> Unequal(Instrument instrument) =>
        instrument.Parts.Select(part => part.Weight.Value).Distinct().Skip(1).Any()
            ? [$"The parts of {instrument.Code} differ in weight."]
            : [];

    private static IEnumerable<string> WrongNumbers(Instrument instrument) =>
        instrument.Parts.Select(part => part.Number).SequenceEqual(Enumerable.Range(1, instrument.Parts.Length))
            ? []
            : [$"The parts of {instrument.Code} are not numbered 1, 2 ..."];
}
