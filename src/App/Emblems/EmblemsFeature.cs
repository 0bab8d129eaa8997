namespace Ita.App.Emblems;

/// <summary>Emblems at the head of memos and letters.</summary>
internal static class EmblemsFeature
{
    public static IServiceCollection AddEmblems(this IServiceCollection services) =>
        services.AddSingleton<EmblemBlobs>().AddSingleton<EmblemChanges>();
}
