using Ita.App.Access;
using Ita.App.Agencies;
using Ita.App.Health;
using Ita.App.Jobs;
using Ita.App.Measures;
using Ita.App.Rankings;
using Ita.App.Reports;
using Ita.App.Results;
using Ita.App.Runs;
using Ita.App.Scoring;
using Ita.App.Storage;
using Ita.App.Surveys;
using Ita.App.Surveys.Pages;
using Ita.App.Uploads;
using Ita.App.Web;
using Ita.Intake;
using Ita.Reports.Printing;

namespace Ita.App;

/// <summary>Everything the app consists of, apart from its triggers.</summary>
public static class AppServices
{
    public static IServiceCollection AddApp(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddStorage(configuration);
        services.AddSingleton<UploadTable>().AddSingleton<UploadOriginals>().AddSingleton<UploadIntake>().AddSingleton<UploadErrors>();
        services.AddSingleton<AgencyTable>();
        services.AddSingleton<ItemScoreTable>().AddSingleton<ResultTable>().AddSingleton<ResultBlobs>().AddSingleton<ResultScoring>();
        services.AddSingleton<KeyTable>().AddSingleton<Callers>().AddSingleton<Reads>().AddSingleton<AuditTable>();
        services.AddSingleton<EvidenceTable>();
        services.AddSurveys(configuration);
        services.AddSingleton<StoredResults>().AddSingleton<PictureBlobs>().AddSingleton<MeasureTable>();
        services.AddSingleton(IntakeSettings.Default).AddSingleton<IngestedRows>().AddSingleton<DryRun>();
        services.AddSingleton(new ChromiumOptions { Pages = 2 * RenderStep.Places }).AddSingleton<IPdfPrinter, ChromiumPdfPrinter>();
        services.AddSingleton<PublicAddress>().AddSingleton<ReportRequests>().AddSingleton<SummaryDrafts>().AddSingleton<ReportDrafts>().AddSingleton<ReportTable>().AddSingleton<LetterHeadTable>();

        services.AddSingleton<KeyCookie>().AddSingleton<FormTokens>().AddSingleton<SurveyDesk>();
        services.AddSingleton<AgencyRanking>().AddSingleton<ReportPrinter>().AddSingleton<ResultRevision>();
        services.AddSingleton<RunTable>().AddSingleton<RunItemTable>().AddSingleton<RunAgencies>().AddSingleton<RunStates>().AddSingleton<RunWork>().AddSingleton<RunSteering>();
        services.AddSingleton<PlanChain>().AddSingleton<PlannedItems>().AddSingleton<AgencyPlanning>().AddSingleton<RunProgress>();
        services.AddSteps();
        services.AddApi();
        services.AddApiDocument();
        return services;
    }

    /// <summary>The pipeline of every HTTP call: faults as problems, storage, then the endpoint.</summary>
    public static RequestDelegate BuildPipeline(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseApi();
        app.UseRouting();
        app.UseEndpoints(endpoints =>
        {
            endpoints.MapHealth();
            endpoints.MapApi();
            endpoints.MapApiDocument();
            endpoints.MapPages();
        });
        return app.Build();
    }

    private static void AddSteps(this IServiceCollection services)
    {
        services.AddSingleton<UploadArrivedStep>().AddSingleton<IngestStep>().AddSingleton<ScoreStep>().AddSingleton<RenderStep>();
        services.AddSingleton<AnnualRunStep>().AddSingleton<PlanRunStep>().AddSingleton<PoisonSteps>().AddSingleton<StepRunner>();
    }
}
