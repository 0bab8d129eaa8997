using System.Globalization;
using System.Security.Cryptography;
using Azure.Data.Tables;
using Ita.App.Storage;

namespace Ita.App.Access;

/// <summary>One thing that was done by key.</summary>
/// <param name="By">The key's id; never a person's name.</param>
/// <param name="What">A stable code: key-created, published, survey-closed.</param>
/// <param name="Subject">What it was done to: a key's id, or year and agency.</param>
/// <param name="Why">In the words of whoever did it.</param>
public sealed record AuditEntry(DateTimeOffset At, string By, string What, string Subject, string? Why);

/// <summary>The log of what was done by key: table Audit, partition the month, row the time. Rows are added, never changed.</summary>
public sealed class AuditTable(OpenStorage storage, TimeProvider clock)
{
    private const string Month = "yyyy-MM";

    // Two entries of one moment are two rows.
    private const int TailBytes = 4;

    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.Audit);

    public Task AppendAsync(string by, string what, string subject, string? why, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow().ToUniversalTime();
        var tail = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TailBytes));
        return Table.AddEntityAsync(
            new TableEntity(at.ToString(Month, CultureInfo.InvariantCulture), $"{at.ToString("yyyyMMdd'T'HHmmssfffffff", CultureInfo.InvariantCulture)}-{tail}")
            {
                ["at"] = at,
                ["by"] = by,
                ["what"] = what,
                ["subject"] = subject,
                ["why"] = why,
            },
            cancellationToken);
    }

    /// <summary>A month's entries, oldest first; a page with the token of the next.</summary>
    /// <param name="month">As 2026-11.</param>
    public async Task<(IReadOnlyList<AuditEntry> Entries, string? Next)> PageAsync(string month, int size, string? token, CancellationToken cancellationToken)
    {
        var filter = StoredTable.CreateQueryFilter($"PartitionKey eq {month}");
        await foreach (var page in Table.QueryAsync(filter, size, cancellationToken: cancellationToken).AsPages(token, size))
        {
            return ([.. page.Values.Select(Read)], page.ContinuationToken);
        }

        return ([], null);
    }

    /// <summary>The month it is, as <see cref="PageAsync"/> takes it.</summary>
    public string ThisMonth() => clock.GetUtcNow().ToString(Month, CultureInfo.InvariantCulture);

    private static AuditEntry Read(TableEntity row) => new(
        row.GetDateTimeOffset("at")!.Value, row.GetString("by")!, row.GetString("what")!, row.GetString("subject")!, row.GetString("why"));
}
