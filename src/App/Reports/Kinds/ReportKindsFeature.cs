namespace Ita.App.Reports.Kinds;

/// <summary>Registers the report kinds about one agency.</summary>
internal static class ReportKindsFeature
{
    public static IServiceCollection AddReportKinds(this IServiceCollection services) => services
        .AddSingleton<IReportDrafts, AnalysisDrafts>()
        .AddSingleton<IReportDrafts, MeasuresDrafts>()
        .AddSingleton<IReportDrafts, FollowUpDrafts>()
        .AddSingleton<IReportDrafts, MemoDrafts>()
        .AddSingleton<IReportDrafts, FollowUpMemoDrafts>()
        .AddSingleton<IReportDrafts, CircularDrafts>()
        .AddSingleton<IReportDrafts, CheckDrafts>()
        .AddSingleton<IReportDrafts, AppealsDrafts>();
}
