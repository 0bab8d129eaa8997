namespace Ita.App.Access;

/// <summary>Keys, rights, the read policy, the audit log and the key cookie.</summary>
internal static class AccessFeature
{
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        Callers.CheckSetting(configuration);
        return services
            .AddSingleton<KeyTable>()
            .AddSingleton<AuditTable>()
            .AddSingleton<KeyIssuing>()
            .AddSingleton<UnknownKeys>()
            .AddSingleton<Callers>()
            .AddSingleton<Reads>()
            .AddSingleton<KeyCookie>();
    }
}
