namespace Ita.Domain.Scoring;

/// <summary>A computed value and the contradictions found while it was computed, in the order in which they were found.</summary>
internal readonly record struct Checked<T>(T Value, ImmutableArray<Finding> Findings)
{
    public Checked<T> After(ImmutableArray<Finding> earlier) => earlier.IsEmpty ? this : this with { Findings = [.. earlier, .. Findings] };
}

internal static class Checked
{
    public static Checked<T> Of<T>(T value, params ImmutableArray<Finding> findings) => new(value, findings);

    public static Checked<ImmutableArray<T>> Join<T>(IEnumerable<Checked<T>> values)
    {
        var joined = ImmutableArray.CreateBuilder<T>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var value in values)
        {
            joined.Add(value.Value);
            findings.AddRange(value.Findings);
        }

        return new(joined.ToImmutable(), findings.ToImmutable());
    }
}
