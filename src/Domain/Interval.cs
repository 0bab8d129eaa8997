namespace Ita.Domain;

/// <summary>The range of possible values of a score, given the rounding of its inputs or that some are missing.</summary>
/// <param name="Low">Lowest possible value.</param>
/// <param name="High">Highest possible value; not below <paramref name="Low"/>.</param>
/// <remarks>
/// Both ends are included. An excluded end is moved inwards by <see cref="Epsilon"/>, which makes no difference for any possible score.
/// </remarks>
public readonly record struct Interval(decimal Low, decimal High)
{
    /// <summary>0 to 100, for a score that was not stated.</summary>
    public static Interval Unknown { get; } = new(0, 100);

    public bool IsPoint => Low == High;

    public static Interval Exactly(decimal value) => new(value, value);

    /// <summary>
    /// No possible score is this close to a rounding boundary without being on it: scores are fractions of whole points over some millions
    /// of answers at most.
    /// </summary>
    public const decimal Epsilon = 0.000_000_000_000_000_001m;

    // Above the errors of decimal arithmetic and below the smallest difference between two scores.
    private const decimal Error = Epsilon / 100;

    private const int LeastDecimals = 2;

    // Programs that compute in binary floating point write about 15 digits; digits after these decimals are rounding errors.
    private const int MostDecimals = 10;

    /// <summary>
    /// The values within 0-100 that round half away from zero to <paramref name="printed"/>: from half a unit of its last decimal below
    /// (included) to half a unit above (excluded, because 85.005 rounds to 85.01). At least two decimals are assumed, because a spreadsheet
    /// prints 95.00 as 95.
    /// </summary>
    public static Interval OfPrinted(decimal printed)
    {
        var half = 0.5m;
        for (var decimals = Math.Clamp((int)printed.Scale, LeastDecimals, MostDecimals); decimals > 0; decimals--)
        {
            half /= 10;
        }

        return new(Math.Max(0, printed - half), Math.Min(100, printed + half - Epsilon));
    }

    public bool Contains(decimal value) => Low <= value && value <= High;

    public bool Overlaps(Interval other) => Low <= other.High + Error && other.Low <= High + Error;

    public static Interval operator +(Interval left, Interval right) => new(left.Low + right.Low, left.High + right.High);

    public static Interval operator -(Interval left, Interval right) => new(left.Low - right.High, left.High - right.Low);

    public static Interval operator *(Interval interval, decimal factor) => new(interval.Low * factor, interval.High * factor);

    public static Interval operator /(Interval interval, decimal divisor) => new(interval.Low / divisor, interval.High / divisor);

    /// <summary>The common values of two ranges that overlap; a single value when they only touch.</summary>
    public Interval Within(Interval other)
    {
        var both = Intersect(other);
        return both.Low <= both.High ? both : Exactly(Nearest(other.Low));
    }

    /// <summary>The value of the range that is nearest to <paramref name="value"/>.</summary>
    public decimal Nearest(decimal value) => Math.Clamp(value, Low, High);

    public Interval Intersect(Interval outer) => new(Math.Max(Low, outer.Low), Math.Min(High, outer.High));
}
