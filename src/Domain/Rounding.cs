namespace Ita.Domain;

/// <summary>
/// The one place that rounds: two decimals, half away from zero, and only for what is shown; four for the ends of ranges; up for what a
/// plan asks.
/// </summary>
public static class Rounding
{
    /// <summary>84.985 is 84.99; .NET's default (banker's) would say 84.98.</summary>
    /// <remarks>
    /// <para>Always carries two decimals, so that 91.6 is written 91.60 wherever a number keeps its scale (JSON, CSV).</para>
    /// <para>
    /// Sums of sixths carry an error in their 28th digit: 78.2649999…98 is 78.265, which shows as 78.27. Taking the error away first is
    /// no rounding of its own: no score lies so near a half without being it.
    /// </para>
    /// </remarks>
    public static decimal ToShown(decimal score) => Math.Round(WithoutError(score), 2, MidpointRounding.AwayFromZero) + 0.00m;

    /// <summary>Four decimals, for the ends of a range in a trace: two would hide that 81.895 still prints as 81.90.</summary>
    public static decimal ToTrace(decimal score) => Math.Round(score, 4, MidpointRounding.AwayFromZero);

    private static decimal WithoutError(decimal score) => Math.Round(score, 20, MidpointRounding.AwayFromZero);

    /// <summary>The least two-decimal figure that is not below: what a plan must ask for so that it is enough (2.566… is 2.57).</summary>
    /// <remarks>
    /// A quotient such as 2/3 carries an error in its 28th digit. What is above a hundredth by less than 1e-12 is that hundredth:
    /// ratings are decided from half a hundredth, so no rating can turn on it.
    /// </remarks>
    public static decimal UpToShown(decimal points) => (decimal.Ceiling((points * 100) - 0.000_000_000_001m) / 100) + 0.00m;
}
