namespace Ita.App.Access;

/// <summary>Finds the holder of the key in <c>Authorization: Bearer</c>: a key of table Keys, or the key in the
/// setting <c>ITA_OPERATOR_KEY</c>, which is used to create the first keys.</summary>
public sealed class Callers(IConfiguration configuration, KeyTable keys)
{
    public const string Setting = "ITA_OPERATOR_KEY";

    /// <summary>The id of the key in the setting, as the history and the audit log show it.</summary>
    public const string FirstOperator = "operator";

    private const string Scheme = "Bearer ";

    /// <summary>The holder of the request's key. Refused with 401 when the request has no key, or the key is unknown
    /// or revoked.</summary>
    public async Task<Outcome<KeyHolder>> FindHolderAsync(HttpContext context)
    {
        if (Sent(context.Request) is not { } sent)
        {
            return Refusal.Create(RefusalKind.KeyRequired, "key-required");
        }

        return await FindHolderAsync(sent, context.RequestAborted) is { } holder ? holder : Refusal.Create(RefusalKind.KeyRequired, "key-unknown");
    }

    /// <summary>The key as it was sent, whether or not it is known; null when the request has none.</summary>
    public static string? Sent(HttpRequest request)
    {
        var sent = request.Headers.Authorization.ToString();
        return sent.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? sent[Scheme.Length..].Trim() : null;
    }

    // Compares hashes, so that the duration reveals neither the length nor a common prefix.
    private async Task<KeyHolder?> FindHolderAsync(string sent, CancellationToken cancellationToken)
    {
        if (configuration[Setting] is { Length: > 0 } first && CryptographicOperations.FixedTimeEquals(KeyText.HashOf(first), KeyText.HashOf(sent)))
        {
            return new(FirstOperator, KeyScope.Operator);
        }

        return KeyText.TryParse(sent, out var key)
            && await keys.FindAsync(key.Id, cancellationToken) is { } found
            && CryptographicOperations.FixedTimeEquals(found.Hash, key.Hash())
            && found.Record.RevokedAt is null
            ? found.Record.Holder
            : null;
    }
}
