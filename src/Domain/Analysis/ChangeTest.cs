namespace Ita.Domain.Analysis;

/// <summary>The direction of the change of a shown score.</summary>
public enum Direction
{
    Down,
    Same,
    Up,
}

public enum ChangeVerdict
{
    /// <summary>Larger than chance explains, or any change of a checklist, which is not sampled.</summary>
    Real,

    /// <summary>Small enough to be explained by chance.</summary>
    WithinNoise,

    /// <summary>The number of respondents or a score is not known.</summary>
    CannotBeTested,
}

/// <summary>The result of testing whether a change is larger than chance explains.</summary>
/// <param name="Margin">Points that a change must exceed to be real, rounded up to two decimals; null when it cannot be tested.</param>
/// <param name="Why">Describes the test, or why it was not possible.</param>
/// <remarks>
/// The test: the 95 % interval of the difference of two independent samples, with the highest variance their means allow (see
/// <see cref="Sampled"/>); the change is real when 0 is outside it.
/// </remarks>
public sealed record ChangeTest(ChangeVerdict Verdict, decimal? Margin, Reason Why)
{
    public static ChangeTest Test(Sampled? before, Sampled? after)
    {
        if (before is not { } earlier || after is not { } later)
        {
            return new(ChangeVerdict.CannotBeTested, null, Reason.Of("change-respondents-unknown"));
        }

        var change = later.ChangeFrom(earlier);
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
