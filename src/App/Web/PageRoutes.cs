namespace Ita.App.Web;

/// <summary>URLs of the HTML pages, which are rendered on the server and contain no script.</summary>
internal static class PageRoutes
{
    public const string Root = "/api/app";

    /// <summary>The page of an agency's current result.</summary>
    public static string Result(int year, string agency) =>
        FormattableString.Invariant($"{Root}/results/{year}/{Uri.EscapeDataString(agency)}");
}
