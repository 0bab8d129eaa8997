namespace Ita.App.Surveys;

/// <summary>The credential that a sender needs.</summary>
public enum SheetAccess
{
    /// <summary>The agency's code of that year, given to its staff.</summary>
    Code,

    /// <summary>A password sent to a phone or e-mail address, one per subject.</summary>
    Password,

    /// <summary>A key of an assessor, who interviews people and sends their answers.</summary>
    AssessorKey,
}

/// <summary>Finds the surveys of a year by the names used in URLs.</summary>
public static class SurveyForms
{
    /// <summary>The questions of a survey; null when the year has no such survey or its questions are not
    /// known.</summary>
    /// <param name="path">iit or eit, in any case.</param>
    /// <param name="part">1 or 2; null for the first, or when there are no parts.</param>
    public static QuestionList? Find(FrameworkCatalogue frameworks, int year, string path, int? part)
    {
        if (!frameworks.TryGet(year, out var framework))
        {
            return null;
        }

        var code = path.ToUpperInvariant();
        return QuestionList.Find(framework, code, part) ?? (part is null ? QuestionList.Find(framework, code, 1) : null);
    }

    /// <summary>Why <see cref="Find"/> found nothing: the questions of the survey are not known, or there is no such survey.</summary>
    public static Refusal WhyNone(FrameworkCatalogue frameworks, int year, string path) => frameworks.TryGet(year, out var framework)
        && framework.Instruments.Any(
            one => one.Answers == AnswerKind.Survey && string.Equals(one.Code, path, StringComparison.OrdinalIgnoreCase) && !framework.HasItems(one))
            ? Unknown(year)
            : Refusal.NotFound();

    /// <summary>The refusal of surveys whose questions are not known.</summary>
    public static Refusal Unknown(int year) => Refusal.Conflict(
        new Problem("survey-questions-unknown", Severity.Error).With("year", year.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Staff use a code, outside respondents a password; a second part is asked by the assessor.</summary>
    public static SheetAccess AccessTo(QuestionList form)
    {
        if (form.Part?.Number > 1)
        {
            return SheetAccess.AssessorKey;
        }

        var rule = form.Framework.SampleRules.FirstOrDefault(rule => rule.Instrument == form.Code);
        return rule?.Population is Population.InternalStaff ? SheetAccess.Code : SheetAccess.Password;
    }
}
