namespace Ita.Domain.Frameworks.Checks;

/// <summary>Validates a framework before it is used: a wrong number must be found here and not in the score of an agency.</summary>
public static class FrameworkChecks
{
    /// <summary>All faults of a framework; empty when it is valid.</summary>
    /// <param name="before">The framework of the year before, for the crosswalk; null when it is not known.</param>
    public static ImmutableArray<FrameworkFault> FindFaults(Framework framework, Framework? before = null)
    {
        ArgumentNullException.ThrowIfNull(framework);
        return
        [
            .. CodeChecks.Check(framework),
            .. TreeChecks.Check(framework),
            .. ItemChecks.Check(framework),
            .. WeightChecks.Check(framework),
            .. ScaleChecks.Check(framework),
            .. RatingChecks.Check(framework),
            .. SampleChecks.Check(framework),
            .. IssueChecks.Check(framework),
            .. MeasureChecks.Check(framework),
            .. TextChecks.Check(framework),
            .. CrosswalkChecks.Check(framework, before),
        ];
    }

    /// <summary>The values of an array with their JSON paths.</summary>
    internal static IEnumerable<(T Value, string Path)> At<T>(this ImmutableArray<T> values, string path) =>
        values.Select((value, index) => (value, FormattableString.Invariant($"{path}[{index}]")));
}
