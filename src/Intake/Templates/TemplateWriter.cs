using Ita.Domain.Improvement;
using Ita.Intake.Kinds;
using Ita.Intake.Kinds.Responses;

namespace Ita.Intake.Templates;

/// <summary>
/// Writes the form of one kind of file for one agency and year: Thai headers, a row for all there is to fill in, and what is
/// known already. Uploaded as it is or filled in, it is accepted without a problem.
/// </summary>
public static class TemplateWriter
{
    /// <summary>UTF-8 with a mark, commas and CRLF: opens in a spreadsheet with its Thai intact.</summary>
    /// <param name="sheet">Figures known; of items of an instrument with parts, those of the parts: the form asks by part.</param>
    /// <param name="instrument">Which survey a form of responses is for, one of <see cref="Surveys"/>; the first when null.</param>
    /// <exception cref="ArgumentException">Sheet, agency or measures are of another year or agency, or there is no such survey: a bug of
    /// the caller.</exception>
    public static byte[] Write(
        FileKind kind,
        Framework framework,
        string agencyCode,
        ScoreSheet? sheet = null,
        Agency? agency = null,
        IReadOnlyList<Measure>? measures = null,
        string? instrument = null)
    {
        var known = UploadKinds.All.FirstOrDefault(known => known.Kind == kind)
            ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "No form for this kind.");
        return known.WriteForm(new(framework, agencyCode, sheet, agency, measures ?? [], instrument));
    }

    /// <summary>The surveys of a year by their codes, by part where an instrument has parts; none when the year's questions are not known.</summary>
    public static IEnumerable<string> Surveys(Framework framework) => ResponsesForm.Surveys(framework).Select(survey => survey.Code);
}
