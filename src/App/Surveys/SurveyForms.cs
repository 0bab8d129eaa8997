using Ita.Domain.Frameworks;
using Ita.Domain.Responses;

namespace Ita.App.Surveys;

/// <summary>What proves that somebody may send a sheet.</summary>
public enum SheetAccess
{
    /// <summary>The agency's code of that year, given to its staff.</summary>
    Code,

    /// <summary>A password sent to a phone or e-mail, once for each.</summary>
    Password,

    /// <summary>An assessor's key: he asks people himself and sends what they say.</summary>
    AssessorKey,
}

/// <summary>The surveys of a year by the names addresses give them.</summary>
public static class SurveyForms
{
    /// <summary>The questions of a survey; null when the year has no such survey or does not know its questions.</summary>
    /// <param name="path">iit or eit, in any case.</param>
    /// <param name="part">1 or 2; null for the first, or where there are no parts.</param>
    public static QuestionList? Find(int year, string path, int? part)
    {
        if (!FrameworkCatalogue.TryGet(year, out var framework))
        {
            return null;
        }

        var code = path.ToUpperInvariant();
        return QuestionList.Of(framework, code, part) ?? (part is null ? QuestionList.Of(framework, code, 1) : null);
    }

    /// <summary>Staff know a code, people outside get a password, and a second part is the assessor's to ask.</summary>
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
