using Ita.App.Agencies;
using Ita.App.Measures;
using Ita.Intake;
using Ita.Intake.Cells;
using Ita.Intake.Templates;

namespace Ita.App.Uploads;

/// <summary>GET templates/{kind}.csv?fiscalYear=&amp;agency=&amp;instrument=: a file that can be uploaded unchanged,
/// filled with stored data.</summary>
internal static class TemplatesApi
{
    /// <summary>The agency code in a template that is for no particular agency.</summary>
    private const string AnyAgency = "00000000";

    public static void MapTemplates(this IEndpointRouteBuilder api) => api
        .MapGet("/templates/{kind}.csv", WriteAsync)
        .Needs(Right.Anyone)
        .SucceedsWithFile(CsvText.MediaType);

    private static async Task<IResult> WriteAsync(
        string kind,
        int? fiscalYear,
        string? agency,
        string? instrument,
        HttpContext context,
        Reads reads,
        TemplateContent stored,
        CancellationToken cancellationToken)
    {
        var asked = string.IsNullOrWhiteSpace(agency) ? AnyAgency : AgencyCodes.Normalize(agency);
        if (asked is null || (asked != AnyAgency && !await reads.AllowAsync(context, asked)))
        {
            return Refusal.NotFound().ToResult();
        }

        var year = FiscalYears.Find(fiscalYear ?? FrameworkCatalogue.Years.Max()!.BuddhistEra);
        if (year.IsRefused)
        {
            return year.Refusal.ToResult();
        }

        var framework = FrameworkCatalogue.Get(year.Value);
        if (!Enum.TryParse<FileKind>(kind, ignoreCase: true, out var known) || !Enum.IsDefined(known) || !HasTemplate(known, framework, instrument))
        {
            var kinds = string.Join(", ", Enum.GetValues<FileKind>().Select(one => Names.Of(one)));
            return Refusal.NotFound("unknown-template", ("kinds", kinds)).ToResult();
        }

        var file = await stored.WriteAsync(known, framework, asked, instrument, cancellationToken);
        return TypedResults.File(file, CsvText.ContentType, string.Create(CultureInfo.InvariantCulture, $"{Names.Of(known)}-{year.Value}.csv"));
    }

    // A year of which only the indicators are known has no questions.
    private static bool HasTemplate(FileKind kind, Framework framework, string? instrument) => kind != FileKind.Responses
        || (instrument is null ? TemplateWriter.Surveys(framework).Any() : TemplateWriter.Surveys(framework).Contains(instrument));
}

/// <summary>Fills a template with the stored data of an agency.</summary>
internal sealed class TemplateContent(ItemScoreTable items, AgencyTable agencies, MeasureTable measures)
{
    public async Task<byte[]> WriteAsync(FileKind kind, Framework framework, string code, string? instrument, CancellationToken cancellationToken)
    {
        var sheet = await items.FindAsync(framework.Year, [code], cancellationToken);
        return TemplateWriter.Write(
            kind,
            framework,
            code,
            sheet.TryGetValue(code, out var known) ? known.Sheet.Stated().ToSheet(framework.Year, code) : null,
            await agencies.FindAsync(framework.Year, code, cancellationToken),
            await measures.ListAsync(framework.Year, code, cancellationToken),
            instrument);
    }
}
