namespace Ita.App.Surveys;

/// <summary>An action that is counted over all agencies and years.</summary>
/// <param name="What">The name of the action.</param>
/// <param name="Whose">The address, phone or mailbox; only a keyed hash of it is stored.</param>
/// <param name="Limit">Its window divides a day.</param>
public sealed record SharedLimit(string What, string Whose, RateLimit Limit);

/// <summary>Attempts over all surveys: table SharedLimits, one partition per day in UTC, one row per limited action. The hashes are made
/// with a random key that is stored in the partition and deleted with it on a later day; from then on no hash can be computed
/// again.</summary>
public sealed class SharedLimitTable(OpenStorage storage, TimeProvider clock)
{
    private const string KeyRow = "key";
    private const string Key = "key";

    private readonly LimitRows rows = new(clock);
    private DayKey? current;

    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.SharedLimits);

    /// <summary>Counts an attempt before it is carried out.</summary>
    /// <returns>Why it is refused; null when it is allowed.</returns>
    public async Task<Problem?> TakeAsync(SharedLimit limited, CancellationToken cancellationToken)
    {
        var (day, row) = await RowOfAsync(limited, cancellationToken);
        return (await rows.TakeAsync(Table, day, row, limited.Limit, cancellationToken)).Problem;
    }

    /// <summary>Why another attempt would be refused; null when it would be allowed. Counts nothing.</summary>
    public async Task<Problem?> PeekAsync(SharedLimit limited, CancellationToken cancellationToken)
    {
        var (day, row) = await RowOfAsync(limited, cancellationToken);
        return await rows.PeekAsync(Table, day, row, limited.Limit, cancellationToken);
    }

    /// <summary>Deletes the keys and counts of days before yesterday. Run by a timer.</summary>
    /// <remarks>Yesterday's are kept for a process whose clock is late.</remarks>
    public Task ForgetOldAsync(CancellationToken cancellationToken)
    {
        var yesterday = DayOf(clock.GetUtcNow().AddDays(-1));
        return Table.DeleteAsync(StoredTable.CreateQueryFilter($"PartitionKey lt {yesterday}"), cancellationToken);
    }

    private async Task<(string Day, string Row)> RowOfAsync(SharedLimit limited, CancellationToken cancellationToken)
    {
        var day = DayOf(clock.GetUtcNow());
        return (day, $"{limited.What} {SecretHash.Of(await KeyOfAsync(day, cancellationToken), limited.What, limited.Whose)}");
    }

    // The key of the current day is kept in memory, so that counting needs no further request.
    private async Task<byte[]> KeyOfAsync(string day, CancellationToken cancellationToken)
    {
        if (current is { } known && known.Day == day)
        {
            return known.Key;
        }

        var key = await FindKeyAsync(day, cancellationToken) ?? await CreateKeyAsync(day, cancellationToken);
        current = new(day, key);
        return key;
    }

    private async Task<byte[]?> FindKeyAsync(string day, CancellationToken cancellationToken)
    {
        var row = await Table.FindAsync(day, KeyRow, cancellationToken);
        return row.HasValue ? row.Value!.GetBinary(Key)! : null;
    }

    private async Task<byte[]> CreateKeyAsync(string day, CancellationToken cancellationToken)
    {
        var key = RandomNumberGenerator.GetBytes(SecretHash.KeyBytes);
        try
        {
            await Table.AddEntityAsync(new TableEntity(day, KeyRow) { [Key] = key }, cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status == StatusCodes.Status409Conflict)
        {
            return (await FindKeyAsync(day, cancellationToken))!;
        }

        return key;
    }

    private static string DayOf(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record DayKey(string Day, byte[] Key);
}
