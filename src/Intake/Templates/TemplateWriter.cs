using Ita.Domain.Improvement;
using Ita.Domain.Settings;
using Ita.Intake.Forms;
using Ita.Intake.Kinds;
using Ita.Intake.Kinds.Responses;

namespace Ita.Intake.Templates;

/// <summary>
/// Writes the form of one kind of file for agencies of one year: Thai headers, a row for all there is to fill in, and what is
/// known already. Uploaded as it is or filled in, it is accepted without a problem.
/// </summary>
public static class TemplateWriter
{
    /// <summary>The form of one agency as CSV, see <see cref="Template.ToCsv"/>.</summary>
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
        string? instrument = null) =>
        Create(kind, framework, [new(agencyCode, sheet, agency, measures)], instrument).ToCsv();

    /// <summary>The form of several agencies, one after the other.</summary>
    /// <param name="agencies">At least one.</param>
    /// <param name="instrument">See <see cref="Write"/>.</param>
    /// <exception cref="ArgumentException">See <see cref="Write"/>.</exception>
    public static Template Create(FileKind kind, Framework framework, IEnumerable<KnownOfAgency> agencies, string? instrument = null)
    {
        var known = UploadKinds.All.FirstOrDefault(known => known.Kind == kind)
            ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "No form for this kind.");
        var forms = agencies
            .Select(agency => known.CreateForm(
                new(framework, agency.Code, agency.Sheet, agency.Agency, agency.Measures ?? [], instrument)
                {
                    Settings = agency.Settings ?? ReportSettings.Blank,
                }))
            .ToList();
        return new(kind, framework.Year, new(forms[0].Columns, [.. forms.SelectMany(form => form.Rows)]));
    }

    /// <summary>The surveys of a year by their codes, by part where an instrument has parts; none when the year's questions are not known.</summary>
    public static IEnumerable<string> Surveys(Framework framework) => ResponsesForm.Surveys(framework).Select(survey => survey.Code);
}

/// <summary>What a form of an agency can be filled with.</summary>
public sealed record KnownOfAgency(
    string Code, ScoreSheet? Sheet = null, Agency? Agency = null, IReadOnlyList<Measure>? Measures = null, ReportSettings? Settings = null);

/// <summary>A form with its rows, ready to be written.</summary>
public sealed class Template
{
    private readonly FormTable form;

    internal Template(FileKind kind, FiscalYear year, FormTable form) => (Kind, Year, this.form) = (kind, year, form);

    public FileKind Kind { get; }

    public FiscalYear Year { get; }

    /// <summary>UTF-8 with a mark, commas and CRLF: opens in a spreadsheet with its Thai intact.</summary>
    public byte[] ToCsv() => CsvForm.Write(form);

    /// <summary>As XLSX: text cells, choice lists, a sheet per instrument where items have one, and a sheet with a guide.</summary>
    public Task WriteWorkbookAsync(Stream file, CancellationToken cancellationToken) =>
        WorkbookForm.WriteAsync(form, Kind, Year, file, cancellationToken);
}
