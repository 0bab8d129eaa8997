using Microsoft.Net.Http.Headers;

namespace Ita.App.Reports.Verifying;

/// <summary>GET verify/{id}?sha256=: whether a printed report is genuine and of the newest version, as JSON, or as a page for a browser, which
/// opens the address of a seal's QR code. Public.</summary>
internal static class VerifyApi
{
    private const string Html = "text/html";

    public static void MapVerify(this IEndpointRouteBuilder api) => api
        .MapGet("/verify/{id}", VerifyAsync)
        .Needs(Right.Anyone)
        .WithMetadata(new AnyId(), new AlsoPage())
        .Succeeds<VerifiedReport>()
        .SucceedsWithFile(Html)
        .Produces<UnknownReport>(StatusCodes.Status404NotFound);

    private static async Task<IResult> VerifyAsync(
        string id, string? sha256, HttpContext context, SealVerifier verifier, VerifyPages pages, CancellationToken cancellationToken)
    {
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        var report = await verifier.VerifyAsync(id, sha256, cancellationToken);
        if (WantsPage(context.Request))
        {
            return await pages.ShowAsync(id, report, hasHash: sha256 is not null, cancellationToken);
        }

        return report is null
            ? TypedResults.Json(new UnknownReport(id), ApiJson.Options, statusCode: StatusCodes.Status404NotFound)
            : TypedResults.Json(report, ApiJson.Options);
    }

    // Programs that accept everything get JSON, as before; browsers name text/html first.
    private static bool WantsPage(HttpRequest request) => request.GetTypedHeaders().Accept
        .Any(type => type.MediaType.Equals(Html, StringComparison.OrdinalIgnoreCase) && type.Quality is not 0);
}
