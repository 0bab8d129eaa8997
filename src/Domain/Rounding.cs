namespace Ita.Domain;

/// <summary>
/// The only code that rounds: half away from zero to two decimals for shown scores, to four for the ends of ranges, and up to two for plans.
/// </summary>
public static class Rounding
{
    /// <summary>84.985 is 84.99; .NET's default (banker's) would say 84.98.</summary>
    /// <remarks>
    /// <para>Always has two decimals, so that 91.6 is written as 91.60 in JSON and CSV.</para>
    /// <para>
    /// Sums of sixths have an error in the 28th digit: 78.2649999…98 means 78.265, which is shown as 78.27. Removing the error first does
    /// not round twice, because no other score is so close to a half.
    /// </para>
    /// </remarks>
    public static decimal ToShown(decimal score) => Math.Round(WithoutError(score), 2, MidpointRounding.AwayFromZero) + 0.00m;

    /// <summary>Four decimals, for the ends of a range in a trace: two would hide that 81.895 rounds to 81.90.</summary>
    public static decimal ToTrace(decimal score) => Math.Round(score, 4, MidpointRounding.AwayFromZero);

    private static decimal WithoutError(decimal score) => Math.Round(score, 20, MidpointRounding.AwayFromZero);

    /// <summary>Rounds up to two decimals, so that the points a plan requires are enough (2.566… becomes 2.57).</summary>
    /// <remarks>
    /// A quotient such as 2/3 has an error in the 28th digit, so a value less than 1e-12 above a hundredth is taken as that hundredth.
    /// Ratings change at half a hundredth, so this affects no rating.
    /// </remarks>
    public static decimal UpToShown(decimal points) => (decimal.Ceiling((points * 100) - 0.000_000_000_001m) / 100) + 0.00m;
}
