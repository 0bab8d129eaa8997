namespace Ita.App.Web;

/// <summary>What an endpoint requires of its caller.</summary>
internal enum Right
{
    /// <summary>No key, or one that the endpoint checks itself.</summary>
    Anyone,

    /// <summary>Any key, and none where reading is open. The endpoint limits the answer to what the key covers.</summary>
    Reading,

    /// <summary>A key that covers the agency in the address; any key where the address names none.</summary>
    OwnAgency,

    /// <summary>An assessor's or operator's key.</summary>
    AnyAgency,

    Operator,
}

/// <summary>Endpoint metadata: the right that the endpoint requires.</summary>
internal sealed record NeededRight(Right Right);

internal static class RightsOfEndpoints
{
    /// <summary>
    /// Sets the right that the endpoint requires. Without it, reading follows the setting <c>ITA_READS</c> and every other method
    /// requires an operator's key.
    /// </summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Right right)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new NeededRight(right));
}
