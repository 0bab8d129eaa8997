namespace Ita.App.Web.Assets;

/// <summary>GET assets/{version}/{name}.</summary>
internal static class AssetPages
{
    private const string ForGood = "public, max-age=31536000, immutable";

    // During a deployment another instance may be a version ahead: its files are served, but must not be cached.
    private const string NotKept = "no-cache";

    public static void MapAssets(
        this IEndpointRouteBuilder pages) => pages.MapGet("/assets/{version}/{name}", IResult (string version, string name, HttpContext context) =>
    {
        if (Asset.Find(name) is not { } asset)
        {
            return Refusal.NotFound().ToResult();
        }

        context.Response.Headers.CacheControl = version == Asset.Version ? ForGood : NotKept;
        return TypedResults.Bytes(asset.Content, asset.ContentType);
    }).Needs(Right.Anyone);
}
