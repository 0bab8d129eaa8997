using Ita.App.Access.Pages;
using Ita.App.Agencies;
using Ita.App.Appeals;
using Ita.App.Appeals.Pages;
using Ita.App.Desk;
using Ita.App.Desk.Bodies;
using Ita.App.Emblems;
using Ita.App.Frameworks;
using Ita.App.Health;
using Ita.App.Health.Pages;
using Ita.App.Invitations;
using Ita.App.Measures;
using Ita.App.Measures.Pages;
using Ita.App.Public;
using Ita.App.Rankings;
using Ita.App.Remarks;
using Ita.App.Remarks.Pages;
using Ita.App.Reports;
using Ita.App.Reports.Verifying;
using Ita.App.Results.Analysis;
using Ita.App.Runs;
using Ita.App.Runs.Pages;
using Ita.App.Settings;
using Ita.App.Surveys;
using Ita.App.Surveys.Pages;
using Ita.App.Surveys.Periods;
using Ita.App.Uploads;
using Ita.App.Web.Assets;
using Ita.App.Web.Layout;

namespace Ita.App;

/// <summary>The endpoints of all features.</summary>
internal static class AppEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapHealth();
        app.MapApi();
        app.MapApiDocument();
        app.MapApiReference();
        app.MapPages();
        app.MapShortAddresses();
        app.MapGet("/", () => TypedResults.Redirect(PageRoutes.Root)).ExcludeFromDescription();
    }

    private static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").AddEndpointFilter<KeyCookie>().AddEndpointFilter<Rights>()
            .AddEndpointFilter<FiscalYears>().AddEndpointFilter<AddressTexts>().AddEndpointFilter<UnexpectedBody>();
        ((IEndpointConventionBuilder)api).Finally(Responses.AddProblems);
        api.MapFrameworks();
        api.MapSchemas();
        api.MapKeys();
        api.MapAgencies();
        api.MapUploads();
        api.MapSurveys();
        api.MapInvitations();
        api.MapStoredResults();
        api.MapAppeals();
        api.MapCharts();
        api.MapAnalysis();
        api.MapMeasures();
        api.MapRemarks();
        api.MapRankings();
        api.MapSettings();
        api.MapEmblems();
        api.MapReports();
        api.MapVerify();
        api.MapRuns();
    }

    private static void MapPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup(PageRoutes.Root)
            .AddEndpointFilter<ProblemPages>()
            .AddEndpointFilter<SameOrigin>()
            .AddEndpointFilter<KeyCookie>()
            .AddEndpointFilter<Rights>()
            .AddEndpointFilter<FiscalYears>()
            .AddEndpointFilter<AddressTexts>();
        pages.MapAssets();
        pages.MapHome();
        pages.MapKeyPage();
        pages.MapUploadPages();
        pages.MapFrameworkPages();
        pages.MapResultPages();
        pages.MapDiffPages();
        pages.MapRankingPages();
        pages.MapBodyPages();
        pages.MapSurveyPages();
        pages.MapVerifyPages();
        pages.MapFormsPages();
        pages.MapPlanPages();
        pages.MapRemarksPages();
        pages.MapRunPages();
        pages.MapSummaryPages();
        pages.MapPublishPages();
        pages.MapSettingsPages();
        pages.MapEmblemPages();
        pages.MapLetterHeadPages();
        pages.MapDesk();
        pages.MapKeyListPages();
        pages.MapAuditPages();
        pages.MapSystemPages();
        pages.MapAppealYearPages();
        pages.MapAgencyAppealsPages();
        pages.MapSurveyYearPages();
        pages.MapSurveyControlPages();
        pages.MapSurveyQualityPages();
        pages.MapInvitationPages();
        pages.MapSearchPages();
        pages.MapOpenDataPage();
        pages.MapInformationPages();
        pages.MapSampleRulePages();
    }
}
