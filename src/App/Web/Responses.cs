using Microsoft.AspNetCore.Http.Metadata;

namespace Ita.App.Web;

/// <summary>Endpoint metadata: the content types of the files that the endpoint answers with.</summary>
internal sealed record FileAnswer(IReadOnlyList<string> ContentTypes);

/// <summary>Declares the responses of an endpoint for the OpenAPI document where its return type does not.</summary>
internal static class Responses
{
    private const string Json = "application/json";

    /// <summary>The body and status of a successful answer, instead of those of the return type.</summary>
    public static RouteHandlerBuilder Succeeds<T>(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        endpoint.Add(builder =>
        {
            RemoveSuccess(builder);
            foreach (var status in statuses.DefaultIfEmpty(StatusCodes.Status200OK))
            {
                builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(T), [Json]));
            }
        });
        return endpoint;
    }

    /// <summary>A file in addition to or instead of JSON.</summary>
    public static RouteHandlerBuilder SucceedsWithFile(this RouteHandlerBuilder endpoint, params string[] contentTypes) =>
        endpoint.WithMetadata(new FileAnswer(contentTypes));

    /// <summary>A status without a body: 204 or 304.</summary>
    public static RouteHandlerBuilder SucceedsEmpty(this RouteHandlerBuilder endpoint, int status)
    {
        endpoint.Add(builder => builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(void))));
        return endpoint;
    }

    /// <summary>Problem documents in addition to those of every endpoint of its kind (<see
    /// cref="AddProblems"/>).</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        endpoint.Add(builder => Add(builder, statuses));
        return endpoint;
    }

    /// <summary>
    /// The problem documents that follow from an endpoint's address and right: 400 for an invalid value, 401, 403 and 429 where a
    /// key is checked, 404 for an address with parameters, 500 for an unexpected fault, 503 while storage does
    /// not work.
    /// </summary>
    public static void AddProblems(EndpointBuilder builder)
    {
        var right = builder.Metadata.OfType<NeededRight>().LastOrDefault()?.Right;
        var hasParameters = builder is RouteEndpointBuilder { RoutePattern.Parameters.Count: > 0 };
        Add(builder, [StatusCodes.Status400BadRequest, StatusCodes.Status500InternalServerError, StatusCodes.Status503ServiceUnavailable]);
        Add(builder, right is Right.Anyone
            ? []
            : [StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests]);
        Add(builder, hasParameters ? [StatusCodes.Status404NotFound] : []);
    }

    private static void Add(EndpointBuilder builder, IEnumerable<int> statuses)
    {
        foreach (var status in statuses.Where(
            status => !builder.Metadata.OfType<IProducesResponseTypeMetadata>().Any(known => known.StatusCode == status)))
        {
            builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ProblemBody), [ProblemResult.ContentType]));
        }
    }

    private static void RemoveSuccess(EndpointBuilder builder)
    {
        foreach (var known in builder.Metadata.OfType<IProducesResponseTypeMetadata>()
            .Where(known => known.StatusCode == StatusCodes.Status200OK).ToList())
        {
            builder.Metadata.Remove(known);
        }
    }
}
