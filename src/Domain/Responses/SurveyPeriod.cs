namespace Ita.Domain.Responses;

/// <summary>The days on which a survey accepts sheets, in Bangkok time, first and last day included.</summary>
public sealed record SurveyPeriod
{
    /// <exception cref="ArgumentOutOfRangeException">It closes before it opens; <see cref="Create"/> returns a problem instead.</exception>
    public SurveyPeriod(DateOnly opens, DateOnly closes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(closes, opens);
        Opens = opens;
        Closes = closes;
    }

    public DateOnly Opens { get; }

    public DateOnly Closes { get; }

    public bool Contains(DateOnly day) => day >= Opens && day <= Closes;

    /// <summary>The period, or a problem when it closes before it opens or opens before its fiscal year.</summary>
    /// <remarks>It may end after that fiscal year: the assessor decides whether a late survey is acceptable.</remarks>
    public static (SurveyPeriod? Period, Problem? Problem) Create(FiscalYear year, DateOnly opens, DateOnly closes) =>
        closes < opens || opens < year.Start
            ? (null, new Problem("survey-period-invalid", Severity.Error).With("first", Text(year.Start)))
            : (new(opens, closes), null);

    internal static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
