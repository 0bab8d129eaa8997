using System.Security.Cryptography;
using System.Text;

namespace Ita.Functions.Api;

/// <summary>
/// The one key there is for now: setting <c>ITA_OPERATOR_KEY</c>, sent as <c>Authorization: Bearer</c>. Whatever changes
/// something needs it; without the setting nothing can be changed.
/// </summary>
public sealed class OperatorKey(IConfiguration configuration) : IEndpointFilter
{
    public const string Setting = "ITA_OPERATOR_KEY";

    private const string Scheme = "Bearer ";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return await next(context);
        }

        return Refusal(context.HttpContext) ?? await next(context);
    }

    /// <summary>Null when the request carries the key, else the answer to give.</summary>
    public IResult? Refusal(HttpContext context)
    {
        var sent = context.Request.Headers.Authorization.ToString();
        if (!sent.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return ApiProblem.Of(StatusCodes.Status401Unauthorized, "key-required");
        }

        return IsKey(sent[Scheme.Length..].Trim()) ? null : ApiProblem.Of(StatusCodes.Status401Unauthorized, "key-unknown");
    }

    // Compared as hashes, so that neither length nor a common beginning shows in the time it takes.
    private bool IsKey(string sent) => configuration[Setting] is { Length: > 0 } key
        && CryptographicOperations.FixedTimeEquals(Hash(key), Hash(sent));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}

/// <summary>Asks for the key on reading too, where what is read is not for everybody.</summary>
public sealed class ReadingKey(OperatorKey key) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        key.Refusal(context.HttpContext) ?? await next(context);
}
