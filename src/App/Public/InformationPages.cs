namespace Ita.App.Public;

/// <summary>GET privacy, GET accessibility: about this site.</summary>
internal static class InformationPages
{
    private static readonly object Nothing = new();

    public static void MapInformationPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/privacy", () => PageAnswer.RenderAsync<PrivacyPage>(Nothing)).Needs(Right.Anyone);
        pages.MapGet("/accessibility", () => PageAnswer.RenderAsync<AccessibilityPage>(Nothing)).Needs(Right.Anyone);
    }
}
