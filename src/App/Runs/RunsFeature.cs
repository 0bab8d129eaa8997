namespace Ita.App.Runs;

/// <summary>Runs: reports of many agencies, planned step by step.</summary>
internal static class RunsFeature
{
    public static IServiceCollection AddRuns(this IServiceCollection services) => services
        .AddSingleton<RunTable>()
        .AddSingleton<RunItemTable>()
        .AddSingleton<RunAgencies>()
        .AddSingleton<RunStates>()
        .AddSingleton<RunCounts>()
        .AddSingleton<RunSteering>()
        .AddSingleton<RunWork>()
        .AddSingleton<PlanChain>()
        .AddSingleton<PlannedItems>()
        .AddSingleton<AgencyPlanning>()
        .AddSingleton<RunProgress>()
        .AddSingleton<RunItemStep>()
        .AddSingleton<RenderApartStep>()
        .AddSingleton<PlanRunStep>()
        .AddSingleton<AnnualRunStep>()
        .AddSingleton<AnnualSchedule>();
}
