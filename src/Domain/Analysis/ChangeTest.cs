namespace Ita.Domain.Analysis;

/// <summary>Which way a score went, by what is shown.</summary>
public enum Direction
{
    Down,
    Same,
    Up,
}

public enum ChangeVerdict
{
    /// <summary>Beyond what chance explains; or a checklist, where every difference is one.</summary>
    Real,

    /// <summary>Chance alone could have done it.</summary>
    WithinNoise,

    /// <summary>It is not known how many answered, or a score is missing.</summary>
    CannotBeTested,
}

/// <summary>Whether a change is more than chance.</summary>
/// <param name="Margin">Points a change must exceed to be real, at two decimals, rounded up; null when it cannot be tested.</param>
/// <param name="Why">The test, or why there is none.</param>
/// <remarks>
/// The test: the 95 % interval of the difference of two independent samples, by the greatest variance their means allow (see
/// <see cref="Sampled"/>); the change is real when 0 lies outside it.
/// </remarks>
public sealed record ChangeTest(ChangeVerdict Verdict, decimal? Margin, Reason Why)
{
    public static ChangeTest Test(Sampled? before, Sampled? after)
    {
        if (before is not { } earlier || after is not { } later)
        {
            return new(ChangeVerdict.CannotBeTested, null, Reason.Of("change-respondents-unknown"));
        }

        var change = later.Since(earlier);
        if (change.Variance == 0)
        {
            return new(change.Score == 0 ? ChangeVerdict.WithinNoise : ChangeVerdict.Real, 0, Reason.Of("change-not-sampled"));
        }

        var margin = Rounding.UpToShown(change.Margin);
        return new(
            Math.Abs(change.Score) > change.Margin ? ChangeVerdict.Real : ChangeVerdict.WithinNoise,
            margin,
            Reason.Of("change-tested", ("margin", margin.ToString("0.00", CultureInfo.InvariantCulture))));
    }
}
