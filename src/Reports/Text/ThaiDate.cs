namespace Ita.Reports.Text;

/// <summary>Formats dates for Thai documents, in the Buddhist Era and Bangkok time.</summary>
/// <remarks>Has its own month names, because the app runs in invariant globalization mode and documents must not depend on the machine.</remarks>
public static class ThaiDate
{
    private const int BuddhistEraOffset = 543;
    private const int FirstYear = 1900;
    private const int LastYear = 2199;
    private static readonly TimeSpan Bangkok = TimeSpan.FromHours(7);

    private static readonly string[] Months =
    [
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
        "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
    ];

    /// <summary>20 พฤศจิกายน 2569; empty for a date that no document can have, such as the default date.</summary>
    public static string Full(DateOnly date) => BuddhistEra(date) is { } year ? Invariant($"{date.Day}\u00a0{Months[date.Month - 1]} {year}") : "";

    /// <summary>20 พฤศจิกายน 2569: the date in Bangkok.</summary>
    public static string Full(DateTimeOffset instant) => Full(InBangkok(instant));

    /// <summary>พฤศจิกายน 2569; empty like <see cref="Full(DateOnly)"/>.</summary>
    public static string Month(DateOnly date) => BuddhistEra(date) is { } year ? Invariant($"{Months[date.Month - 1]} {year}") : "";

    /// <summary>พฤศจิกายน 2569: the month in Bangkok.</summary>
    public static string Month(DateTimeOffset instant) => Month(InBangkok(instant));

    /// <summary>20 พฤศจิกายน 2569 เวลา 14.05 น.</summary>
    public static string WithTime(DateTimeOffset instant) =>
        Full(instant) + instant.ToOffset(Bangkok).ToString(" 'เวลา\u00a0'HH.mm'\u00a0น.'", CultureInfo.InvariantCulture);

    private static DateOnly InBangkok(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Bangkok).DateTime);

    // Dates that were stored before they were checked can have a year of the Buddhist Era; it is printed as it is.
    private static int? BuddhistEra(DateOnly date) => date.Year switch
    {
        >= FirstYear and <= LastYear => date.Year + BuddhistEraOffset,
        >= FirstYear + BuddhistEraOffset and <= LastYear + BuddhistEraOffset => date.Year,
        _ => null,
    };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
