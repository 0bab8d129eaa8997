using System.Text.RegularExpressions;

namespace Ita.Domain;

/// <summary>A day or month as the API writes it: yyyy-MM-dd or yyyy-MM of the Common Era.</summary>
public static partial class CommonEraDay
{
    public const int FirstYear = 2000;
    public const int LastYear = 2199;

    private const int BuddhistEraFrom = 2400;
    private const int BuddhistEraOffset = 543;

    /// <summary>The day, or the problem with the text. A year of the Buddhist Era is a problem that names the day meant.</summary>
    /// <param name="name">The member or parameter, for the problem.</param>
    public static (DateOnly? Day, Problem? Problem) Read(string text, string name) => DayForm().Match(text) is { Success: true } match
        ? Read(text, name, Number(match, 1), Number(match, 2), Number(match, 3), "yyyy-MM-dd")
        : (null, new Problem("day-form", Severity.Error, Column: name));

    /// <summary>The first day of the month, or the problem with the text.</summary>
    /// <param name="name">The member or parameter, for the problem.</param>
    public static (DateOnly? Day, Problem? Problem) ReadMonth(string text, string name) => MonthForm().Match(text) is { Success: true } match
        ? Read(text, name, Number(match, 1), Number(match, 2), 1, "yyyy-MM")
        : (null, new Problem("month-form", Severity.Error, Column: name));

    private static (DateOnly? Day, Problem? Problem) Read(string text, string name, int year, int month, int day, string form)
    {
        var isBuddhist = year >= BuddhistEraFrom;
        var (meant, code) = (isBuddhist ? year - BuddhistEraOffset : year, "day-impossible");
        if (meant > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(meant, month))
        {
            code = isBuddhist ? "day-buddhist-era" : year is < FirstYear or > LastYear ? "day-out-of-range" : null;
        }

        var known = code is "day-impossible" ? default : new DateOnly(meant, month, day);
        return code is null
            ? (known, null)
            : (null, new Problem(code, Severity.Error, Column: name, Value: text)
                .With("date", known.ToString(form, CultureInfo.InvariantCulture)).With("first", $"{FirstYear}").With("last", $"{LastYear}"));
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([0-9]{4})-([0-9]{2})-([0-9]{2})\z")]
    private static partial Regex DayForm();

    [GeneratedRegex(@"^([0-9]{4})-([0-9]{2})\z")]
    private static partial Regex MonthForm();
}
