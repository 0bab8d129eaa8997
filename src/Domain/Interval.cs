namespace Ita.Domain;

/// <summary>The range in which a score must lie, given how its inputs were rounded or which of them are missing.</summary>
/// <param name="Low">Least possible value.</param>
/// <param name="High">Greatest possible value; not below <paramref name="Low"/>.</param>
/// <remarks>Both ends are in. An end that is out is moved in by <see cref="Apart"/>, which no score can tell from the end itself.</remarks>
public readonly record struct Interval(decimal Low, decimal High)
{
    /// <summary>The range of every possible score, for a score that was not stated.</summary>
    public static Interval Unknown { get; } = new(0, 100);

    public bool IsPoint => Low == High;

    public static Interval Exactly(decimal value) => new(value, value);

    /// <summary>
    /// Nothing a score can be lies within this above or below a half of the last printed decimal, without lying on it: scores are
    /// fractions of whole points over some millions of answers at the most.
    /// </summary>
    public const decimal Apart = 0.000_000_000_000_000_001m;

    // The errors of decimal sums and quotients are far below, the gap between two scores far above.
    private const decimal Error = Apart / 100;

    private const int LeastDecimals = 2;

    // Files written by programs that count in binary carry some 15 digits; what stands behind these is their error.
    private const int MostDecimals = 10;

    /// <summary>
    /// The values that print as <paramref name="printed"/>, half away from zero and inside 0-100: from half a unit of its last decimal
    /// below, that half included, to half a unit above, that one not (85.005 prints as 85.01). Two decimals at the least: a spreadsheet
    /// prints 95.00 as 95.
    /// </summary>
    public static Interval OfPrinted(decimal printed)
    {
        var half = 0.5m;
        for (var decimals = Math.Clamp((int)printed.Scale, LeastDecimals, MostDecimals); decimals > 0; decimals--)
        {
            half /= 10;
        }

        return new(Math.Max(0, printed - half), Math.Min(100, printed + half - Apart));
    }

    public bool Contains(decimal value) => Low <= value && value <= High;

    public bool Meets(Interval other) => Low <= other.High + Error && other.Low <= High + Error;

    public static Interval operator +(Interval left, Interval right) => new(left.Low + right.Low, left.High + right.High);

    public static Interval operator *(Interval interval, decimal factor) => new(interval.Low * factor, interval.High * factor);

    public static Interval operator /(Interval interval, decimal divisor) => new(interval.Low / divisor, interval.High / divisor);

    public Interval Within(Interval outer) => new(Math.Max(Low, outer.Low), Math.Min(High, outer.High));
}
