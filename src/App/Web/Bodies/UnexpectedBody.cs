namespace Ita.App.Web.Bodies;

/// <summary>Endpoint metadata: the endpoint reads the body itself.</summary>
internal sealed record BodyTaken;

/// <summary>Refuses a body where the endpoint takes none, before anything is done: what it asks for would be lost.</summary>
internal sealed class UnexpectedBody : IEndpointFilter
{
    private const int Longest = 64 * 1024;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return HttpMethods.IsGet(http.Request.Method) || http.GetEndpoint()?.Metadata.GetMetadata<BodyTaken>() is not null
            || await IsEmptyAsync(http)
            ? await next(context)
            : Refusal.Invalid("body-unexpected").ToResult();
    }

    // An empty JSON object says nothing either.
    private static async Task<bool> IsEmptyAsync(HttpContext http) =>
        await BodyBytes.ReadAsync(http.Request.Body, Longest, http.RequestAborted) is { } bytes
        && (BodyBytes.IsBlank(bytes)
            || BodyBytes.Parse(bytes).Json is { ValueKind: JsonValueKind.Object } json && !json.EnumerateObject().Any());
}

internal static class BodiesOfEndpoints
{
    /// <summary>The endpoint reads the body, and answers 413 when it is too large.</summary>
    public static RouteHandlerBuilder TakesBody(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new BodyTaken()).Refuses(StatusCodes.Status413PayloadTooLarge);
}
