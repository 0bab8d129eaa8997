using Ita.Intake;
using Ita.Intake.Cells;
using Ita.Intake.Templates;
using Ita.Intake.Workbooks.Writing;

namespace Ita.App.Uploads;

/// <summary>GET templates/{kind}.csv and templates/{kind}.xlsx?fiscalYear=&amp;agency=&amp;province=&amp;instrument=: a file that can be
/// uploaded unchanged, filled with stored data of one agency, or of all agencies of a province.</summary>
internal static class TemplatesApi
{
    public static void MapTemplates(this IEndpointRouteBuilder api)
    {
        api.MapGet("/templates/{kind}.csv", WriteCsvAsync).Needs(Right.Anyone).SucceedsWithFile(CsvText.MediaType);
        api.MapGet("/templates/{kind}.xlsx", WriteWorkbookAsync).Needs(Right.Anyone).SucceedsWithFile(WorkbookWriter.MediaType);
    }

    private static async Task<IResult> WriteCsvAsync(
        string kind,
        int? fiscalYear,
        string? agency,
        string? instrument,
        string? province,
        HttpContext context,
        TemplateAgencies agencies,
        FrameworkCatalogue frameworks, CancellationToken cancellationToken)
    {
        var template = await CreateAsync(new(kind, fiscalYear, agency, instrument, province), context, agencies, frameworks, cancellationToken);
        return template.IsRefused
            ? template.Refusal.ToResult()
            : TypedResults.File(template.Value.ToCsv(), CsvText.ContentType, FileName(template.Value, "csv"));
    }

    private static async Task<IResult> WriteWorkbookAsync(
        string kind,
        int? fiscalYear,
        string? agency,
        string? instrument,
        string? province,
        HttpContext context,
        TemplateAgencies agencies,
        FrameworkCatalogue frameworks, CancellationToken cancellationToken)
    {
        var template = await CreateAsync(new(kind, fiscalYear, agency, instrument, province), context, agencies, frameworks, cancellationToken);
        if (template.IsRefused)
        {
            return template.Refusal.ToResult();
        }

        using var file = new MemoryStream();
        await template.Value.WriteWorkbookAsync(file, cancellationToken);
        return TypedResults.File(file.ToArray(), WorkbookWriter.MediaType, FileName(template.Value, "xlsx"));
    }

    private static async Task<Outcome<Template>> CreateAsync(
        AskedTemplate asked, HttpContext context, TemplateAgencies agencies, FrameworkCatalogue frameworks, CancellationToken cancellationToken)
    {
        var year = frameworks.FindYear(asked.FiscalYear ?? frameworks.Newest.BuddhistEra);
        if (year.IsRefused)
        {
            return year.Refusal;
        }

        var framework = frameworks.Get(year.Value);
        if (!Enum.TryParse<FileKind>(asked.Kind, ignoreCase: true, out var kind) || !Enum.IsDefined(kind)
            || !HasTemplate(kind, framework, asked.Instrument))
        {
            return Refusal.NotFound("unknown-template", ("kinds", string.Join(", ", Enum.GetValues<FileKind>().Select(one => Names.Of(one)))));
        }

        var known = await agencies.FindAsync(kind, year.Value, asked, context, cancellationToken);
        return known.IsRefused ? known.Refusal : TemplateWriter.Create(kind, framework, known.Value, asked.Instrument);
    }

    // A year of which only the indicators are known has no questions.
    private static bool HasTemplate(FileKind kind, Framework framework, string? instrument) => kind != FileKind.Responses
        || (instrument is null ? TemplateWriter.Surveys(framework).Any() : TemplateWriter.Surveys(framework).Contains(instrument));

    private static string FileName(Template template, string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"{Names.Of(template.Kind)}-{template.Year}.{extension}");
}

/// <summary>What is asked of a template.</summary>
/// <param name="Agency">One agency; without agency and province, the form is for any agency.</param>
/// <param name="Province">All registered agencies of this province that the caller may read.</param>
internal sealed record AskedTemplate(string Kind, int? FiscalYear, string? Agency, string? Instrument, string? Province);
