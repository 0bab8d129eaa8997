using Ita.Domain;

namespace Ita.Intake.Tests.Templates;

/// <summary>All that was read of a form, as text, so that two ways of the same form can be compared.</summary>
internal static class ReadForm
{
    public static string Of(IntakeOutcome outcome) => string.Join('\n',
        [
            $"{outcome.Kind} {outcome.IsRefused}",
            .. outcome.Problems.Select(problem => $"{problem.Code} {problem.Column} {problem.Value}"),
            .. outcome.Agencies.Select(agency => agency.ToString()),
            .. outcome.Sheets.Select(sheet => $"{sheet.Year} {sheet.AgencyCode} {string.Join('|', KnownOfYear.Figures(sheet))}"),
            .. outcome.Sheets.Select(sheet => string.Join('|', sheet.LabelsGiven.Select(label => label.ToString()))),
            .. outcome.Evidence.Select(one => $"{one.Year} {one.AgencyCode} {one.Item} {one.Url} {one.Comment}"),
            .. outcome.Measures.Select(measure => $"{measure.AgencyCode} {KnownOfYear.Text(measure.Measure)}"),
        ]);
}
