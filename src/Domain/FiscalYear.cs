namespace Ita.Domain;

/// <summary>
/// A Thai government fiscal year, named by the Buddhist Era (BE) year in which it ends:
/// FY 2569 runs from 1 October 2025 to 30 September 2026.
/// </summary>
/// <remarks>
/// There is deliberately no conversion from <see cref="int"/>. 2026 and 2569 are both plausible
/// integers and only one of them names this year; the caller must name the calendar.
/// </remarks>
public sealed record FiscalYear : IComparable<FiscalYear>
{
    private const int BuddhistEraOffset = 543;

    private FiscalYear(int buddhistEra) => BuddhistEra = buddhistEra;

    /// <summary>The number people write on documents, for example 2569.</summary>
    public int BuddhistEra { get; }

    public DateOnly Start => new(BuddhistEra - BuddhistEraOffset - 1, 10, 1);

    public DateOnly End => new(BuddhistEra - BuddhistEraOffset, 9, 30);

    /// <exception cref="ArgumentOutOfRangeException">The number is not a BE year, for example 2026.</exception>
    public static FiscalYear FromBuddhistEra(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 2500);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 2699);
        return new(year);
    }

    /// <summary>Null when the number is not a BE year.</summary>
    public static FiscalYear? TryFromBuddhistEra(int year) => year is >= 2500 and <= 2699 ? new(year) : null;

    public static FiscalYear Containing(DateOnly date) =>
        FromBuddhistEra(date.Year + BuddhistEraOffset + (date.Month >= 10 ? 1 : 0));

    public int CompareTo(FiscalYear? other) => BuddhistEra.CompareTo(other?.BuddhistEra ?? 0);

    public override string ToString() => BuddhistEra.ToString(CultureInfo.InvariantCulture);

    public static bool operator <(FiscalYear left, FiscalYear right) => left.CompareTo(right) < 0;

    public static bool operator >(FiscalYear left, FiscalYear right) => left.CompareTo(right) > 0;

    public static bool operator <=(FiscalYear left, FiscalYear right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FiscalYear left, FiscalYear right) => left.CompareTo(right) >= 0;
}
