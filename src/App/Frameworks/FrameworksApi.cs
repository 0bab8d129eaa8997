using Ita.Domain.Frameworks.Checks;
using Ita.Intake.Workbooks.Writing;

namespace Ita.App.Frameworks;

/// <summary>GET frameworks and frameworks/{year}: the assessment frameworks; public. PUT frameworks/{year}: the upload of one.</summary>
internal static class FrameworksApi
{
    /// <summary>The largest file that is read; that of a year has some 60 kB.</summary>
    private const int MostBytes = 4 * 1024 * 1024;

    public static IServiceCollection AddFrameworks(this IServiceCollection services) => services
        .AddSingleton<FrameworkIntake>()
        .AddSingleton<FrameworkPreviews>();

    public static void MapFrameworks(this IEndpointRouteBuilder api)
    {
        api.MapGet("/frameworks", List).Needs(Right.Anyone);
        api.MapGet("/frameworks/schema.json", GetSchema)
            .Needs(Right.Anyone)
            .Produces<System.Text.Json.Nodes.JsonObject>(StatusCodes.Status200OK, "application/schema+json");
        api.MapGet("/frameworks/{year:int}", Get).Needs(Right.Anyone);
        api.MapGet("/frameworks/{year:int}/form.xlsx", WriteFormAsync).Needs(Right.Anyone).SucceedsWithFile(WorkbookWriter.MediaType);
        api.MapGet("/frameworks/{year:int}/versions", ListVersions).Needs(Right.Anyone);
        api.MapGet("/frameworks/{year:int}/versions/{version}", GetVersion).Needs(Right.Anyone).Refuses(StatusCodes.Status404NotFound);
        api.MapPut("/frameworks/{year:int}", PutAsync)
            .Needs(Right.Operator)
            .TakesBody()
            .WithMetadata(new AnyYear())
            .Succeeds<FrameworkReceipt>(StatusCodes.Status200OK, StatusCodes.Status201Created)
            .Refuses(StatusCodes.Status409Conflict);
        api.MapPost("/frameworks/check", CheckAsync).Needs(Right.Operator).TakesBody().Succeeds<FrameworkReceipt>(StatusCodes.Status200OK);
        api.MapSampleSize();
    }

    private static Answer<ImmutableArray<FrameworkBrief>> List(FrameworkCatalogue frameworks) =>
        frameworks.All.Select(framework => FrameworkBrief.From(framework, frameworks)).ToImmutableArray();

    private static IResult GetSchema() =>
        TypedResults.Bytes(Encoding.UTF8.GetBytes(FrameworkSchema.Get().ToJsonString(new() { WriteIndented = true })), "application/schema+json");

    private static Answer<Framework> Get(int year, FrameworkCatalogue frameworks) => frameworks.Get(FiscalYear.FromBuddhistEra(year));

    private static Task<IResult> WriteFormAsync(int year, FrameworkCatalogue frameworks, CancellationToken cancellationToken) =>
        FrameworkPages.WriteFormAsync(frameworks.Get(FiscalYear.FromBuddhistEra(year)), cancellationToken);

    private static Answer<Framework> GetVersion(int year, string version, FrameworkCatalogue frameworks)
    {
        var versions = frameworks.Versions(FiscalYear.FromBuddhistEra(year)).ToList();
        return versions.FindLast(one => one.Version == version) is { } found
            ? found
            : Refusal.NotFound(
                "framework-version-unknown", ("version", version), ("year", year.ToString(CultureInfo.InvariantCulture)),
                ("versions", string.Join(", ", versions.Select(one => one.Version))));
    }

    private static Answer<ImmutableArray<FrameworkBrief>> ListVersions(int year, FrameworkCatalogue frameworks) =>
        frameworks.Versions(FiscalYear.FromBuddhistEra(year)).Select(framework => FrameworkBrief.From(framework, frameworks)).ToImmutableArray();

    private static Task<Answer<FrameworkReceipt>> CheckAsync(HttpContext context, FrameworkIntake intake, CancellationToken cancellationToken) =>
        TakeAsync(context, new(null, DryRun: true, NewVersion: false, null, null, context.Holder().Id), intake, cancellationToken);

    private static Task<Answer<FrameworkReceipt>> PutAsync(
        int year, bool? dryRun, bool? newVersion, string? previewAgency, int? previewYear, HttpContext context, FrameworkIntake intake,
        CancellationToken cancellationToken) => TakeAsync(
            context, new(year, dryRun == true, newVersion == true, previewAgency, previewYear, context.Holder().Id), intake, cancellationToken);

    private static async Task<Answer<FrameworkReceipt>> TakeAsync(
        HttpContext context, FrameworkOrder order, FrameworkIntake intake, CancellationToken cancellationToken)
    {
        if (await BodyBytes.ReadAsync(context.Request.Body, MostBytes, cancellationToken) is not { } file)
        {
            return Refusal.TooLarge("upload-too-large", ("limit", MostBytes.ToString(CultureInfo.InvariantCulture)));
        }

        var taken = await intake.TakeAsync(file, order, cancellationToken);
        return taken.IsRefused
            ? taken.Refusal
            : Answer<FrameworkReceipt>.With(
                taken.Value, taken.Value.State == FrameworkIntake.Stored ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}

/// <summary>A version of a framework in a list.</summary>
/// <param name="IsCurrent">Whether new results are computed with it.</param>
public sealed record FrameworkBrief(
    FiscalYear FiscalYear,
    string Version,
    bool IsCurrent,
    IEnumerable<string> Instruments,
    int Indicators,
    int Items,
    IEnumerable<string> Ratings,
    CaveatsObject? Caveats,
    string Href)
{
    internal static FrameworkBrief From(Framework framework, FrameworkCatalogue frameworks) => new(
        framework.Year,
        framework.Version,
        frameworks.Get(framework.Year).Version == framework.Version,
        framework.Instruments.Select(instrument => instrument.Code),
        framework.Indicators.Length,
        framework.Items.Length,
        framework.Rating.Bands.Select(band => band.Name),
        CaveatsObject.From(framework),
        frameworks.Get(framework.Year).Version == framework.Version
            ? $"/api/v1/frameworks/{framework.Year}"
            : $"/api/v1/frameworks/{framework.Year}/versions/{framework.Version}");
}
