namespace Ita.App.Appeals;

/// <summary>Comments of agencies on their drafts, between the draft and its publication.</summary>
internal static class AppealsFeature
{
    public static IServiceCollection AddAppeals(this IServiceCollection services) => services
        .AddSingleton<AppealTable>()
        .AddSingleton<AppealScoring>()
        .AddSingleton<OpenAppeals>()
        .AddSingleton<IOpenAppeals>(parts => parts.GetRequiredService<OpenAppeals>())
        .AddSingleton<AppealActs>();
}
