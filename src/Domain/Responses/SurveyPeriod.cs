namespace Ita.Domain.Responses;

/// <summary>The days on which a survey takes sheets, in Bangkok; both ends are in it.</summary>
public sealed record SurveyPeriod
{
    /// <exception cref="ArgumentOutOfRangeException">It closes before it opens; <see cref="Create"/> says so as a problem.</exception>
    public SurveyPeriod(DateOnly opens, DateOnly closes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(closes, opens);
        Opens = opens;
        Closes = closes;
    }

    public DateOnly Opens { get; }

    public DateOnly Closes { get; }

    public bool Contains(DateOnly day) => day >= Opens && day <= Closes;

    /// <summary>The period, or the problem that it closes before it opens or opens before the year that it measures has begun.</summary>
    /// <remarks>It may end after that year: a late survey is the assessor's to decide, and people remember the year before.</remarks>
    public static (SurveyPeriod? Period, Problem? Problem) Create(FiscalYear year, DateOnly opens, DateOnly closes) =>
        closes < opens || opens < year.Start
            ? (null, new Problem("survey-period-invalid", Severity.Error).With("first", Text(year.Start)))
            : (new(opens, closes), null);

    internal static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
