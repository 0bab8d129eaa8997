namespace Ita.Domain;

/// <summary>The closed range in which a score must lie, given how its inputs were rounded or which of them are missing.</summary>
/// <param name="Low">Least possible value.</param>
/// <param name="High">Greatest possible value; not below <paramref name="Low"/>.</param>
public readonly record struct Interval(decimal Low, decimal High)
{
    /// <summary>Every score there is: what is known of a score nobody gave.</summary>
    public static Interval Unknown { get; } = new(0, 100);

    public bool IsPoint => Low == High;

    public static Interval Exactly(decimal value) => new(value, value);

    /// <summary>
    /// The values that print as <paramref name="printed"/>: half a unit of its last decimal either way, at two decimals at the
    /// least (a spreadsheet prints 95.00 as 95), inside 0-100.
    /// </summary>
    public static Interval OfPrinted(decimal printed)
    {
        var half = 0.5m;
        for (var decimals = Math.Max(2, (int)printed.Scale); decimals > 0; decimals--)
        {
            half /= 10;
        }

        return new(Math.Max(0, printed - half), Math.Min(100, printed + half));
    }

    public bool Contains(decimal value) => Low <= value && value <= High;

    public bool Meets(Interval other) => Low <= other.High && other.Low <= High;

    public static Interval operator +(Interval left, Interval right) => new(left.Low + right.Low, left.High + right.High);

    public static Interval operator *(Interval interval, decimal factor) => new(interval.Low * factor, interval.High * factor);

    public static Interval operator /(Interval interval, decimal divisor) => new(interval.Low / divisor, interval.High / divisor);

    public Interval Within(Interval outer) => new(Math.Max(Low, outer.Low), Math.Min(High, outer.High));
}
