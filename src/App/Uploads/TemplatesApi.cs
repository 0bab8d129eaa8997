using System.Globalization;
using Ita.App.Access;
using Ita.App.Agencies;
using Ita.App.Measures;
using Ita.App.Results;
using Ita.App.Storage;
using Ita.App.Web;
using Ita.Domain;
using Ita.Domain.Frameworks;
using Ita.Intake;
using Ita.Intake.Cells;
using Ita.Intake.Templates;

namespace Ita.App.Uploads;

/// <summary>GET templates/{kind}.csv?fiscalYear=&amp;agency=&amp;instrument=: a form that can be uploaded as it is, with what is known filled in.</summary>
internal static class TemplatesApi
{
    /// <summary>Stands where the agency's code goes when none was named.</summary>
    private const string AnyAgency = "00000000";

    public static void MapTemplates(this RouteGroupBuilder api) => api.MapGet("/templates/{kind}.csv", WriteAsync);

    private static async Task<IResult> WriteAsync(
        string kind,
        int? fiscalYear,
        string? agency,
        string? instrument,
        HttpContext context,
        Reads reads,
        ItemScoreTable items,
        AgencyTable agencies,
        MeasureTable measures,
        CancellationToken stop)
    {
        if (!string.IsNullOrWhiteSpace(agency) && (!AgencyCodes.MayBe(agency.Trim()) || !await reads.AreForAsync(context, agency.Trim())))
        {
            return ApiProblem.NotFound();
        }

        if (FiscalYears.Known(fiscalYear ?? FrameworkCatalogue.Years.Max()!.BuddhistEra, out var refusal) is not { } year)
        {
            return refusal;
        }

        var framework = FrameworkCatalogue.Get(year);
        if (!Enum.TryParse<FileKind>(kind, ignoreCase: true, out var known) || !Enum.IsDefined(known) || !HasForm(known, framework, instrument))
        {
            return ApiProblem.Of(
                StatusCodes.Status404NotFound, "unknown-template", ("kinds", string.Join(", ", Enum.GetValues<FileKind>().Select(one => Names.Of(one)))));
        }

        var code = string.IsNullOrWhiteSpace(agency) ? AnyAgency : agency.Trim();
        var form = await FilledAsync(known, framework, code, instrument, items, agencies, measures, stop);
        return TypedResults.File(form, CsvText.ContentType, string.Create(CultureInfo.InvariantCulture, $"{Names.Of(known)}-{year}.csv"));
    }

    // A year known only down to its indicators asks no questions.
    private static bool HasForm(FileKind kind, Framework framework, string? instrument) => kind != FileKind.Responses
        || (instrument is null ? TemplateWriter.Surveys(framework).Any() : TemplateWriter.Surveys(framework).Contains(instrument));

    private static async Task<byte[]> FilledAsync(
        FileKind kind, Framework framework, string code, string? instrument, ItemScoreTable items, AgencyTable agencies, MeasureTable measures, CancellationToken stop)
    {
        var sheet = await items.FindAsync(framework.Year, [code], stop);
        return TemplateWriter.Write(
            kind,
            framework,
            code,
            sheet.TryGetValue(code, out var known) ? known.Sheet.Stated().ToSheet(framework.Year, code) : null,
            await agencies.FindAsync(framework.Year, code, stop),
            await measures.ListAsync(framework.Year, code, stop),
            instrument);
    }
}
