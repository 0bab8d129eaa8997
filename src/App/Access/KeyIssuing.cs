namespace Ita.App.Access;

/// <summary>A key that was just made, with the key itself.</summary>
internal sealed record IssuedKey(KeyRecord Record, KeyText Key);

/// <summary>Makes and revokes keys, with an entry in the audit log before each change.</summary>
internal sealed class KeyIssuing(KeyTable keys, AuditTable audit, TimeProvider clock)
{
    /// <summary>Refused when the id is taken: the same form was sent before.</summary>
    /// <param name="by">The id of the key with which it is made.</param>
    public async Task<Outcome<IssuedKey>> IssueAsync(KeyText key, WantedKey wanted, string by, CancellationToken cancellationToken)
    {
        if (await keys.FindAsync(key.Id, cancellationToken) is not null)
        {
            return Refusal.Conflict("key-made-before");
        }

        var record = new KeyRecord(key.Id, wanted.Scope, wanted.Agency, wanted.Note, by, clock.GetUtcNow(), null, wanted.ExpiresOn);
        await audit.AppendAsync(by, "key-created", key.Id, wanted.Note, cancellationToken);
        try
        {
            await keys.AddAsync(record, key.Hash(), cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status == StatusCodes.Status409Conflict)
        {
            return Refusal.Conflict("key-made-before");
        }

        return new IssuedKey(record, key);
    }

    /// <summary>The refusal when there is no such key or the reason cannot be stored; null when the key is revoked, now or before.</summary>
    public async Task<Refusal?> RevokeAsync(string id, string? reason, string by, CancellationToken cancellationToken)
    {
        if (await keys.FindAsync(id, cancellationToken) is not { } found)
        {
            return Refusal.NotFound();
        }

        if (Reasons.Check(reason) is { } unusable)
        {
            return unusable;
        }

        if (found.Record.RevokedAt is null)
        {
            await audit.AppendAsync(by, "key-revoked", id, reason, cancellationToken);
            await keys.RevokeAsync(id, clock.GetUtcNow(), cancellationToken);
        }

        return null;
    }
}
