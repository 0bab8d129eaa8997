namespace Ita.App.Access;

/// <summary>One action that was done with a key.</summary>
/// <param name="By">The id of the key; never a person's name.</param>
/// <param name="What">A stable code, for example key-created, published or survey-closed.</param>
/// <param name="Subject">The object of the action: the id of a key, or a year and an agency.</param>
/// <param name="Why">The reason in the caller's words; null when none was stated.</param>
public sealed record AuditEntry(DateTimeOffset At, string By, string What, string Subject, string? Why);

/// <summary>The audit log: table Audit, one partition per month, one row per action with its time as the key. Rows are
/// added, never changed.</summary>
public sealed class AuditTable(OpenStorage storage, TimeProvider clock)
{
    private const string Month = "yyyy-MM";

    // Random bytes at the end of the row key, so that two entries of the same instant are two rows.
    private const int TailBytes = 4;

    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.Audit);

    public Task AppendAsync(string by, string what, string subject, string? why, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow().ToUniversalTime();
        var tail = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TailBytes));
        return Table.AddEntityAsync(
            new TableEntity(
                at.ToString(Month, CultureInfo.InvariantCulture), $"{at.ToString("yyyyMMdd'T'HHmmssfffffff", CultureInfo.InvariantCulture)}-{tail}")
            {
                ["at"] = at,
                ["by"] = by,
                ["what"] = what,
                ["subject"] = subject,
                ["why"] = why,
            },
            cancellationToken);
    }

    /// <summary>One page of a month's entries, oldest first, and the token of the next page; null on the
    /// last.</summary>
    /// <param name="month">For example 2026-11.</param>
    public async Task<(IReadOnlyList<AuditEntry> Entries, string? Next)> PageAsync(
        string month, int size, string? token, CancellationToken cancellationToken)
    {
        var filter = StoredTable.CreateQueryFilter($"PartitionKey eq {month}");
        await foreach (var page in Table.QueryAsync(filter, size, cancellationToken: cancellationToken).AsPages(token, size))
        {
            return ([.. page.Values.Select(Read)], page.ContinuationToken);
        }

        return ([], null);
    }

    /// <summary>All entries of a month, oldest first.</summary>
    /// <inheritdoc cref="PageAsync"/>
    public IAsyncEnumerable<AuditEntry> MonthAsync(string month, CancellationToken cancellationToken) =>
        Table.PartitionAsync(month, cancellationToken).Select(Read);

    /// <summary>The current month in the format of <see cref="PageAsync"/>.</summary>
    public string ThisMonth() => clock.GetUtcNow().ToString(Month, CultureInfo.InvariantCulture);

    private static AuditEntry Read(TableEntity row) => new(
        row.GetDateTimeOffset("at")!.Value, row.GetString("by")!, row.GetString("what")!, row.GetString("subject")!, row.GetString("why"));
}
