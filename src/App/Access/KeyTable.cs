using Ita.Intake.Cells;

namespace Ita.App.Access;

/// <summary>The stored record of a key; it does not contain the key.</summary>
/// <param name="Note">What the key was issued for.</param>
/// <param name="RevokedAt">Null when the key was not revoked.</param>
/// <param name="ExpiresOn">The last day in Thailand on which the key is accepted; null when it does not expire.</param>
/// <param name="LastUsedOn">The last day in Thailand on which the key was accepted; null when it never was.</param>
public sealed record KeyRecord(
    string Id, KeyScope Scope, string? Agency, string? Note, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt,
    DateOnly? ExpiresOn = null, DateOnly? LastUsedOn = null)
{
    /// <summary>A key created before codes had one spelling may have another one.</summary>
    public KeyHolder Holder => new(Id, Scope, Agency is null ? null : AgencyCodes.Normalize(Agency) ?? Agency);
}

/// <summary>The issued keys: table Keys, one partition, one row per key id. Only the SHA-256 of the secret is
/// stored.</summary>
public sealed class KeyTable(OpenStorage storage)
{
    private const string Partition = "keys";
    private const string Hash = "sha256";
    private const string DayForm = "yyyy-MM-dd";

    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.Keys);

    public Task AddAsync(KeyRecord record, byte[] hash, CancellationToken cancellationToken)
    {
        var row = Write(record);
        row[Hash] = hash;
        return Table.AddEntityAsync(row, cancellationToken);
    }

    /// <summary>The record and the SHA-256 of the secret; null when no key has this id.</summary>
    public async Task<(KeyRecord Record, byte[] Hash)?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var row = await Table.FindAsync(Partition, TableKey.Escape(id), cancellationToken);
        return row.HasValue ? (Read(row.Value!), row.Value!.GetBinary(Hash)!) : null;
    }

    /// <summary>All keys, including revoked ones, in no particular order.</summary>
    public async Task<IReadOnlyList<KeyRecord>> ListAsync(CancellationToken cancellationToken)
    {
        var records = new List<KeyRecord>();
        await foreach (var row in Table.PartitionAsync(Partition, cancellationToken))
        {
            records.Add(Read(row));
        }

        return records;
    }

    /// <summary>Revokes a key. Its record is kept, because the history refers to it.</summary>
    public Task RevokeAsync(string id, DateTimeOffset at, CancellationToken cancellationToken) => Table.UpdateEntityAsync(
        new TableEntity(Partition, TableKey.Escape(id)) { ["revokedAt"] = at }, Azure.ETag.All, TableUpdateMode.Merge, cancellationToken);

    /// <summary>Records the day of a use. Nothing of the time is kept.</summary>
    public async Task UseAsync(string id, DateOnly day, CancellationToken cancellationToken)
    {
        try
        {
            await Table.UpdateEntityAsync(
                new TableEntity(Partition, TableKey.Escape(id)) { ["lastUsedOn"] = Write(day) }, ETag.All, TableUpdateMode.Merge, cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status is StatusCodes.Status404NotFound)
        {
            // The key was deleted meanwhile.
        }
    }

    private static TableEntity Write(KeyRecord record) => new(Partition, TableKey.Escape(record.Id))
    {
        ["scope"] = record.Scope.ToString(),
        ["agency"] = record.Agency,
        ["note"] = record.Note,
        ["createdBy"] = record.CreatedBy,
        ["createdAt"] = record.CreatedAt,
        ["revokedAt"] = record.RevokedAt,
        ["expiresOn"] = Write(record.ExpiresOn),
        ["lastUsedOn"] = Write(record.LastUsedOn),
    };

    private static KeyRecord Read(TableEntity row) => new(
        TableKey.Unescape(row.RowKey),
        Enum.Parse<KeyScope>(row.GetString("scope")!),
        row.GetString("agency"),
        row.GetString("note"),
        row.GetString("createdBy")!,
        row.GetDateTimeOffset("createdAt")!.Value,
        row.GetDateTimeOffset("revokedAt"),
        ReadDay(row.GetString("expiresOn")),
        ReadDay(row.GetString("lastUsedOn")));

    private static string? Write(DateOnly? day) => day?.ToString(DayForm, CultureInfo.InvariantCulture);

    private static DateOnly? ReadDay(string? day) => day is null ? null : DateOnly.ParseExact(day, DayForm, CultureInfo.InvariantCulture);
}
