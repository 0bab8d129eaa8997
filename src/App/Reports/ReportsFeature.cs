namespace Ita.App.Reports;

/// <summary>Reports: drafts per kind, printing, seals, letter heads and summaries.</summary>
internal static class ReportsFeature
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddPrinters()
        .AddHostedService<PrintLeftoversService>()
        .AddSingleton<ReportTable>()
        .AddSingleton<LetterHeadTable>()
        .AddSingleton<StoredPlans>()
        .AddSingleton<SummaryLines>()
        .AddSingleton<SummaryDrafts>()
        .AddSingleton<ReportDrafts>()
        .AddSingleton<ReportInputs>()
        .AddSingleton<ReportStates>()
        .AddSingleton<ReportNames>()
        .AddSingleton<ReportRequests>()
        .AddSingleton<ReportPrinter>()
        .AddSingleton<RenderStep>();

    public static void MapReports(this IEndpointRouteBuilder api)
    {
        api.MapReportsApi();
        api.MapLetterHeads();
        api.MapSummaries();
    }
}
