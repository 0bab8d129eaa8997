using Ita.Domain.Texts;

namespace Ita.Domain.Improvement;

/// <summary>Formats the period of a measure as Thai text from quarters of a fiscal year; quarter 1 starts in October.</summary>
public static class MeasurePeriod
{
    /// <param name="first">1 to 4.</param>
    /// <param name="last">1 to 4, not before <paramref name="first"/>.</param>
    public static string Of(FiscalYear year, int first, int last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(last, 4);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        return TextCatalogue.Fill($"period.{(first == last ? "quarter" : "quarters")}", new Dictionary<string, string>
        {
            ["first"] = $"{first}",
            ["last"] = $"{last}",
            ["start"] = Month(year, (first - 1) * 3),
            ["end"] = Month(year, (last * 3) - 1),
        }).Th;
    }

    private static string Month(FiscalYear year, int months)
    {
        var date = year.Start.AddMonths(months);
        var buddhistEra = date.Month >= year.Start.Month ? year.BuddhistEra - 1 : year.BuddhistEra;
        return $"{TextCatalogue.Template($"month.{date.Month}").Th} {buddhistEra}";
    }
}
