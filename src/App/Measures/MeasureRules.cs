using Ita.Domain.Improvement;

namespace Ita.App.Measures;

/// <summary>What measures must fulfil before they are stored, for the API and the pages.</summary>
internal static class MeasureRules
{
    /// <summary>The refusal of measures that cannot be read, without its problems.</summary>
    public static Refusal Invalid => Refusal.Invalid("measures-invalid", ("fields", MeasureObject.Fields));

    /// <summary>A size above the limit, or the faults of the first invalid measure; null when all are valid.</summary>
    public static Refusal? Check(IReadOnlyCollection<Measure> plan, Framework framework) =>
        SentMeasures.FindTooLarge(plan) is { } tooLarge ? Invalid.Because(tooLarge) : FindFaults(plan, framework);

    private static Refusal? FindFaults(IEnumerable<Measure> plan, Framework framework) => plan
        .Select(measure => (measure.Id, Faults: MeasureChecks.FindFaults(measure, framework)))
        .Where(one => !one.Faults.IsEmpty)
        .Select(one =>
            Refusal.Invalid("measure-faults", ("measure", one.Id), ("faults", string.Join(", ", one.Faults.Select(fault => Names.Of(fault))))))
        .FirstOrDefault();
}
