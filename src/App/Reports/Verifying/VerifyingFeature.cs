namespace Ita.App.Reports.Verifying;

/// <summary>The verification of printed reports by their seals, as API and as page.</summary>
internal static class VerifyingFeature
{
    public static IServiceCollection AddVerifying(this IServiceCollection services) => services
        .AddSingleton<SealVerifier>()
        .AddSingleton<VerifyPages>();

    public static void MapVerifyPages(this IEndpointRouteBuilder pages) => VerifyPages.Map(pages);
}
