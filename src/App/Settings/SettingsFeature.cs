namespace Ita.App.Settings;

/// <summary>The settings of agencies for their documents.</summary>
internal static class SettingsFeature
{
    public static IServiceCollection AddSettings(this IServiceCollection services) => services.AddSingleton<SettingsTable>();
}
