using Ita.App.Agencies;
using Ita.App.Appeals;
using Ita.App.Appeals.Pages;
using Ita.App.Delivery;
using Ita.App.Desk;
using Ita.App.Desk.Bodies;
using Ita.App.Emblems;
using Ita.App.Frameworks;
using Ita.App.Health;
using Ita.App.Invitations;
using Ita.App.Measures;
using Ita.App.Measures.Pages;
using Ita.App.Public;
using Ita.App.Rankings;
using Ita.App.Remarks;
using Ita.App.Reports;
using Ita.App.Reports.Kinds;
using Ita.App.Reports.Verifying;
using Ita.App.Runs;
using Ita.App.Scoring;
using Ita.App.Settings;
using Ita.App.Surveys;
using Ita.App.Surveys.Pages;
using Ita.App.Surveys.Periods;
using Ita.App.Surveys.Reminding;
using Ita.App.Uploads;
using Ita.App.Web.Layout;

namespace Ita.App;

/// <summary>The services of the app, without its triggers.</summary>
public static class AppServices
{
    public static IServiceCollection AddApp(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddStorage(configuration);
        services.AddSingleton<JobQueues>().AddSingleton<PoisonQueues>().AddSingleton<StepRunner>().AddSingleton<ScoreStep>();
        services.AddSingleton<StorageHealth>();
        services.AddFrameworks();
        services.AddWeb();
        services.AddAccess(configuration);
        services.AddAgencies();
        services.AddSingleton<BodyList>().AddSingleton<PublishBlocks>().AddSingleton<ResultViews>().AddSingleton<PublishedYears>();
        services.AddDelivery();
        services.AddSurveys(configuration);
        services.AddSurveyPages();
        services.AddSurveyPeriods();
        services.AddSingleton<RemindStep>();
        services.AddInvitations();
        services.AddResults();
        services.AddAppeals().AddSingleton<AgencyAppeals>();
        services.AddPlanPages();
        services.AddSettings();
        services.AddMeasures();
        services.AddRemarks();
        services.AddEmblems();
        services.AddUploads();
        services.AddRankings();
        services.AddReports();
        services.AddVerifying();
        services.AddReportKinds();
        services.AddRuns();
        return services;
    }

    /// <summary>The pipeline of every HTTP call: security headers, faults as problems, storage, then the endpoint or the answer that there is
    /// none.</summary>
    public static RequestDelegate BuildPipeline(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseSecurity();
        app.UseHead();
        app.UseOpenReads();
        app.UseFaults();
        app.UseStorage();
        app.UseUnrouted();
        app.UseRouting();
        app.UseEndpoints(AppEndpoints.Map);
        return app.Build();
    }
}
