namespace Ita.App.Access;

/// <summary>Finds the holder of the key in <c>Authorization: Bearer</c>: a key of table Keys, or the key in the
/// setting <c>ITA_OPERATOR_KEY</c>, which is used to create the first keys.</summary>
public sealed class Callers(IConfiguration configuration, KeyTable keys, UnknownKeys unknown, TimeProvider clock)
{
    public const string Setting = "ITA_OPERATOR_KEY";

    /// <summary>The id of the key in the setting, as the history and the audit log show it.</summary>
    public const string FirstOperator = "operator";

    /// <summary>The shortest key in the setting: 24 random characters cannot be guessed.</summary>
    public const int ShortestFirstKey = 24;

    private const string Scheme = "Bearer ";

    /// <summary>Checks the setting when the app starts.</summary>
    /// <exception cref="InvalidOperationException">The key in the setting is too short.</exception>
    public static void CheckSetting(IConfiguration configuration)
    {
        if (configuration[Setting] is { Length: > 0 } first && first.Trim().Length < ShortestFirstKey)
        {
            throw new InvalidOperationException(
                $"{Setting} has {first.Trim().Length} characters. It must have at least {ShortestFirstKey}, chosen at random: openssl rand -hex 32.");
        }
    }

    /// <summary>The holder of the request's key. Refused with 401 when the request has no key, or the key is unknown,
    /// revoked or expired, and with 429 when its address has sent too many unknown keys.</summary>
    public async Task<Outcome<KeyHolder>> FindHolderAsync(HttpContext context)
    {
        if (Sent(context.Request) is not { } sent)
        {
            return Refusal.Create(RefusalKind.KeyRequired, "key-required");
        }

        if (IsFirst(sent))
        {
            return new KeyHolder(FirstOperator, KeyScope.Operator);
        }

        var address = ClientAddress.Of(context);
        return unknown.Take(address, sent) is { } problem ? Refusal.TooMany(problem) : await FindHolderAsync(sent, address, context.RequestAborted);
    }

    /// <summary>The key as it was sent, whether or not it is known; null when the request has none.</summary>
    public static string? Sent(HttpRequest request)
    {
        var sent = request.Headers.Authorization.ToString();
        return sent.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? sent[Scheme.Length..].Trim() : null;
    }

    // Compares hashes, so that the duration reveals neither the length nor a common prefix.
    private bool IsFirst(string sent) => configuration[Setting] is { Length: > 0 } first
        && CryptographicOperations.FixedTimeEquals(KeyText.HashOf(first), KeyText.HashOf(sent));

    private async Task<Outcome<KeyHolder>> FindHolderAsync(string sent, string address, CancellationToken cancellationToken)
    {
        if (!KeyText.TryParse(sent, out var key)
            || await keys.FindAsync(key.Id, cancellationToken) is not { } found
            || !CryptographicOperations.FixedTimeEquals(found.Hash, key.Hash()))
        {
            return Refusal.Create(RefusalKind.KeyRequired, "key-unknown");
        }

        // A revoked or expired key is not guessed, so it does not count as unknown.
        unknown.Accept(address, sent);
        var today = ThaiClock.Today(clock);
        if (found.Record.RevokedAt is not null || found.Record.ExpiresOn < today)
        {
            return Refusal.Create(RefusalKind.KeyRequired, found.Record.RevokedAt is null ? "key-expired" : "key-unknown");
        }

        // Written by the first call of a day only.
        if (found.Record.LastUsedOn != today)
        {
            await keys.UseAsync(key.Id, today, cancellationToken);
        }

        return found.Record.Holder;
    }
}
