namespace Ita.Reports.Text;

/// <summary>Formats dates for Thai documents, in the Buddhist Era and Bangkok time.</summary>
/// <remarks>Has its own month names, because the app runs in invariant globalization mode and documents must not depend on the machine.</remarks>
public static class ThaiDate
{
    private const int BuddhistEraOffset = 543;
    private static readonly TimeSpan Bangkok = TimeSpan.FromHours(7);

    private static readonly string[] Months =
    [
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
        "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
    ];

    /// <summary>20 พฤศจิกายน 2569.</summary>
    public static string Full(DateOnly date) => Invariant($"{date.Day}\u00a0{Months[date.Month - 1]} {date.Year + BuddhistEraOffset}");

    /// <summary>20 พฤศจิกายน 2569: the date in Bangkok.</summary>
    public static string Full(DateTimeOffset instant) => Full(DateOnly.FromDateTime(instant.ToOffset(Bangkok).DateTime));

    /// <summary>พฤศจิกายน 2569.</summary>
    public static string Month(DateOnly date) => Invariant($"{Months[date.Month - 1]} {date.Year + BuddhistEraOffset}");

    /// <summary>พฤศจิกายน 2569: the month in Bangkok.</summary>
    public static string Month(DateTimeOffset instant) => Month(DateOnly.FromDateTime(instant.ToOffset(Bangkok).DateTime));

    /// <summary>20 พฤศจิกายน 2569 เวลา 14.05 น.</summary>
    public static string WithTime(DateTimeOffset instant) =>
        Full(instant) + instant.ToOffset(Bangkok).ToString(" 'เวลา\u00a0'HH.mm'\u00a0น.'", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
