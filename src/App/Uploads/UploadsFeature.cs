using Ita.Intake;

namespace Ita.App.Uploads;

/// <summary>Files that are sent: receiving, reading, dry run, templates.</summary>
internal static class UploadsFeature
{
    public static IServiceCollection AddUploads(this IServiceCollection services) => services
        .AddSingleton(IntakeSettings.Default)
        .AddSingleton<UploadTable>()
        .AddSingleton<UploadOriginals>()
        .AddSingleton<UploadErrors>()
        .AddSingleton<UploadIntake>()
        .AddSingleton<UploadRequests>()
        .AddSingleton<IngestedRows>()
        .AddSingleton<StoredCodes>()
        .AddSingleton<DryRun>()
        .AddSingleton<TemplateAgencies>()
        .AddSingleton<UploadArrivedStep>()
        .AddSingleton<IngestStep>()
        .AddSchema<DryRunObject>("dry-run");

    public static void MapUploads(this IEndpointRouteBuilder api)
    {
        api.MapUploadsApi();
        api.MapTemplates();
    }
}
