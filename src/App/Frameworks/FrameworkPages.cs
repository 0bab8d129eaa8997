using Ita.App.Web.Layout;
using Ita.Intake.Frameworks;
using Ita.Intake.Workbooks.Writing;

namespace Ita.App.Frameworks;

/// <summary>The versions of a year's framework, and how well its facts are supported.</summary>
/// <param name="Marks">The number of facts by mark.</param>
public sealed record FrameworkYear(Framework Current, ImmutableArray<string> Versions, ImmutableSortedDictionary<Mark, int> Marks);

/// <summary>What the page of frameworks shows.</summary>
/// <param name="Checked">The outcome of a file that was checked and not stored; null otherwise.</param>
/// <param name="Refusal">Why a file was refused; null otherwise.</param>
public sealed record FrameworkListView(
    ImmutableArray<FrameworkYear> Years, string? Done, FrameworkReceipt? Checked, Refusal? Refusal, string? PreviewAgency, string? PreviewYear);

/// <summary>GET and POST frameworks: the list, the upload of a framework with its faults, and the form as a workbook.</summary>
internal static class FrameworkPages
{
    public const string Address = $"{PageRoutes.Root}/frameworks";

    /// <summary>The value of the field <c>what</c> that stores the file; any other only checks it.</summary>
    public const string Store = "store";

    private const int MostBytes = 4 * 1024 * 1024;

    public static void MapFrameworkPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/frameworks", ShowAsync).Needs(Right.Operator);
        pages.MapPost("/frameworks", TakeAsync).Needs(Right.Operator).DisableAntiforgery();
    }

    public static string Form(int year) => FormattableString.Invariant($"/api/v1/frameworks/{year}/form.xlsx");

    /// <summary>The form filled with the framework of a year.</summary>
    public static async Task<IResult> WriteFormAsync(Framework framework, CancellationToken cancellationToken)
    {
        using var file = new MemoryStream();
        await FrameworkForm.WriteAsync(framework, file, cancellationToken);
        return TypedResults.File(file.ToArray(), WorkbookWriter.MediaType, $"framework-{framework.Version}.xlsx");
    }

    private static Task<IResult> ShowAsync(string? done, FrameworkCatalogue frameworks) =>
        PageAnswer.RenderAsync<FrameworkListPage>(View(frameworks) with { Done = done });

    private static async Task<IResult> TakeAsync(
        HttpContext context, FrameworkIntake intake, FrameworkCatalogue frameworks, CancellationToken cancellationToken)
    {
        if (await UploadBody.ReadAsync(context.Request, MostBytes, cancellationToken) is not { } body)
        {
            return await RefuseAsync(frameworks, Refusal.Invalid("form-unreadable"), "", "");
        }

        await using var sent = body;
        var form = context.Request.Form;
        var (agency, year) = (form["previewAgency"].ToString().Trim(), form["previewYear"].ToString().Trim());
        if ((sent.SeveralFiles ?? Unread(sent)) is { } unread)
        {
            return await RefuseAsync(frameworks, unread, agency, year);
        }

        var order = new FrameworkOrder(
            null, form["what"] != Store, form["newVersion"] == "yes", agency,
            int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null, context.Holder().Id);
        var taken = await intake.TakeAsync(await sent.BytesAsync(cancellationToken), order, cancellationToken);
        return taken.IsRefused
            ? await RefuseAsync(frameworks, taken.Refusal, agency, year)
            : taken.Value.State == FrameworkIntake.Stored
                ? PageAnswer.SeeOther(context, $"{Address}?done={taken.Value.Version}")
                : await PageAnswer.RenderAsync<FrameworkListPage>(
                    View(frameworks) with { Checked = taken.Value, PreviewAgency = agency, PreviewYear = year });
    }

    private static Refusal? Unread(UploadBody sent) => sent.Length switch
    {
        0 => Refusal.Invalid("upload-empty"),
        > MostBytes => Refusal.TooLarge("upload-too-large", ("limit", MostBytes.ToString(CultureInfo.InvariantCulture))),
        _ => null,
    };

    private static Task<IResult> RefuseAsync(FrameworkCatalogue frameworks, Refusal refusal, string agency, string year) =>
        PageAnswer.RenderAsync<FrameworkListPage>(
            View(frameworks) with { Refusal = refusal, PreviewAgency = agency, PreviewYear = year }, ProblemResult.StatusFor(refusal.Kind));

    private static FrameworkListView View(FrameworkCatalogue frameworks) => new(
        [.. frameworks.All.Reverse().Select(framework => new FrameworkYear(
            framework, [.. frameworks.Versions(framework.Year).Select(version => version.Version)], MarkCount.Count(framework)))],
        null, null, null, null, null);
}
