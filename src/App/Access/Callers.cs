using System.Security.Cryptography;
using Ita.App.Web;

namespace Ita.App.Access;

/// <summary>
/// Whose key a request carries in <c>Authorization: Bearer</c>: one of table Keys, or the setting <c>ITA_OPERATOR_KEY</c>, by which
/// the first keys are given out.
/// </summary>
public sealed class Callers(IConfiguration configuration, KeyTable keys)
{
    public const string Setting = "ITA_OPERATOR_KEY";

    /// <summary>What the history calls the key of the setting.</summary>
    public const string FirstOperator = "operator";

    private const string Scheme = "Bearer ";

    /// <summary>The holder, or null with the answer to give.</summary>
    public async Task<(KeyHolder? Holder, IResult Refusal)> HolderAsync(HttpContext context)
    {
        if (Sent(context.Request) is not { } sent)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return (null, ApiProblem.Of(StatusCodes.Status401Unauthorized, "key-required"));
        }

        return await HolderOfAsync(sent, context.RequestAborted) is { } holder
            ? (holder, TypedResults.Empty)
            : (null, ApiProblem.Of(StatusCodes.Status401Unauthorized, "key-unknown"));
    }

    /// <summary>The key as it was sent, known or not; null when the request has none.</summary>
    public static string? Sent(HttpRequest request)
    {
        var sent = request.Headers.Authorization.ToString();
        return sent.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? sent[Scheme.Length..].Trim() : null;
    }

    // Compared as hashes, so that neither length nor a common beginning shows in the time it takes.
    private async Task<KeyHolder?> HolderOfAsync(string sent, CancellationToken stop)
    {
        if (configuration[Setting] is { Length: > 0 } first && CryptographicOperations.FixedTimeEquals(KeyText.HashOf(first), KeyText.HashOf(sent)))
        {
            return new(FirstOperator, KeyScope.Operator);
        }

        return KeyText.TryParse(sent, out var key)
            && await keys.FindAsync(key.Id, stop) is { } found
            && CryptographicOperations.FixedTimeEquals(found.Hash, key.Hash())
            && found.Record.RevokedAt is null
            ? found.Record.Holder
            : null;
    }
}
