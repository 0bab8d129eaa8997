namespace Ita.App.Access;

/// <summary>Keys, rights, read policy, audit and the browser's cookie.</summary>
internal static class AccessFeature
{
    public static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddSingleton<KeyTable>()
        .AddSingleton<AuditTable>()
        .AddSingleton<Callers>()
        .AddSingleton<Reads>()
        .AddSingleton<KeyCookie>();
}
