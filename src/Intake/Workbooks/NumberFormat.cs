namespace Ita.Intake.Workbooks;

/// <summary>How a cell shows its number: 0.9423 as 94.23 where the format is a percentage, 94.5 as 94.50 where it has two decimals.</summary>
/// <param name="LeastDigits">Digits before the point, zeros in front: a code of agency 0123 is the number 123 in such a format.</param>
/// <param name="MostDecimals">Null for as many as the number has.</param>
internal sealed partial record NumberFormat(bool IsDate, bool IsPercent, int LeastDigits, int LeastDecimals, int? MostDecimals)
{
    public static NumberFormat General { get; } = new(IsDate: false, IsPercent: false, LeastDigits: 1, LeastDecimals: 0, MostDecimals: null);

    /// <summary>Days between the two calendars of Excel; workbooks that come from an old Mac count from 1904.</summary>
    public const int DaysTo1904 = 1_462;

    /// <summary>What the workbook's day 0 is in the usual count, from 1900.</summary>
    public int DayZero { get; init; }

    /// <summary>The formats of the ids that every spreadsheet program knows.</summary>
    public static NumberFormat BuiltIn(int id) => id switch
    {
        1 or 3 or 5 or 6 or 37 or 38 or 41 or 42 or 59 or 61 => Parse("0"),
        2 or 4 or 7 or 8 or 39 or 40 or 43 or 44 or 60 or 62 => Parse("0.00"),
        9 or 67 => Parse("0%"),
        10 or 68 => Parse("0.00%"),
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) or (>= 71 and <= 81) => Parse("yyyy"),
        _ => General,
    };

    /// <param name="code">As the workbook writes it; of several sections the first, for numbers that are not negative.</param>
    public static NumberFormat Parse(string code)
    {
        var format = Decoration().Replace(code, "").Split(';')[0];
        if (format.Contains("General", StringComparison.OrdinalIgnoreCase) || format.IndexOfAny(['/', 'E', '@']) >= 0 || ScaledDown().IsMatch(format))
        {
            return format.Any(IsOfDate) && format.Contains('/', StringComparison.Ordinal) ? General with { IsDate = true } : General;
        }

        if (format.Any(IsOfDate))
        {
            return General with { IsDate = true };
        }

        var point = format.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? format : format[..point];
        var decimals = point < 0 ? "" : format[point..];
        return format.IndexOfAny(['0', '#', '?']) < 0
            ? General
            : new(
                IsDate: false,
                format.Contains('%', StringComparison.Ordinal),
                Math.Min(Most, Math.Max(1, whole.Count(character => character == '0'))),
                Math.Min(Most, decimals.Count(character => character == '0')),
                Math.Min(Most, decimals.Count(character => character is '0' or '#' or '?')));
    }

    /// <param name="number">The number as the workbook holds it; it may be written with more digits than it has.</param>
    public string Show(string number)
    {
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var held) || !double.IsFinite(held))
        {
            return number;
        }

        // 94.230000000000004 is how Excel writes 94.23, and 94.234999999999985 what it makes of a mean of 94.235. Spreadsheet programs
        // show fifteen digits, and round those on.
        return decimal.TryParse(held.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? IsDate ? Date(held + DayZero, number) : Decimals(exact)
            : number;
    }

    private const int Most = 15;
    private const int EveryDecimal = 28;

    private string Decimals(decimal exact)
    {
        var value = IsPercent && Math.Abs(exact) < 1_000_000_000 ? exact * 100 : exact;
        var most = MostDecimals ?? EveryDecimal;
        var pattern = new string('0', LeastDigits) + "." + new string('0', LeastDecimals) + new string('#', most - LeastDecimals);
        return Math.Round(value, most, MidpointRounding.AwayFromZero).ToString(pattern, CultureInfo.InvariantCulture);
    }

    private static string Date(double days, string number) => days is >= 1 and < 2_958_466
        ? DateTime.FromOADate(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : number;

    private static bool IsOfDate(char character) =>
        character is 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S' or 'b' or 'B' or 'e';

    /// <summary>What shows but is no digit: quoted and escaped text, room left blank, fillers, colours and conditions.</summary>
    [GeneratedRegex("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Decoration();

    /// <summary>A comma behind the last digit divides by a thousand: such a figure is shown as it is held.</summary>
    [GeneratedRegex("[0#],+($|[^0#,])", RegexOptions.CultureInvariant)]
    private static partial Regex ScaledDown();
}
