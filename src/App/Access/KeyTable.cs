using Azure.Data.Tables;
using Ita.App.Storage;

namespace Ita.App.Access;

/// <summary>A key as it is written down: everything but the key.</summary>
/// <param name="Note">What it was given out for.</param>
/// <param name="RevokedAt">Null while it opens.</param>
public sealed record KeyRecord(
    string Id, KeyScope Scope, string? Agency, string? Note, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt)
{
    public KeyHolder Holder => new(Id, Scope, Agency);
}

/// <summary>The keys given out: table Keys, one partition, row the key's id, the secret only as its SHA-256.</summary>
public sealed class KeyTable(OpenStorage storage)
{
    private const string Partition = "keys";
    private const string Hash = "sha256";

    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.Keys);

    public Task AddAsync(KeyRecord record, byte[] hash, CancellationToken cancellationToken)
    {
        var row = Write(record);
        row[Hash] = hash;
        return Table.AddEntityAsync(row, cancellationToken);
    }

    /// <summary>The record and the hash its secret must have; null when there is none of this id.</summary>
    public async Task<(KeyRecord Record, byte[] Hash)?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var row = await Table.FindAsync(Partition, TableKey.Escape(id), cancellationToken);
        return row.HasValue ? (Read(row.Value!), row.Value!.GetBinary(Hash)!) : null;
    }

    /// <summary>Revoked ones too, in no stated order.</summary>
    public async Task<IReadOnlyList<KeyRecord>> ListAsync(CancellationToken cancellationToken)
    {
        var records = new List<KeyRecord>();
        await foreach (var row in Table.PartitionAsync(Partition, cancellationToken))
        {
            records.Add(Read(row));
        }

        return records;
    }

    /// <summary>From now on it opens nothing; its record stays, for the history names it.</summary>
    public Task RevokeAsync(string id, DateTimeOffset at, CancellationToken cancellationToken) => Table.UpdateEntityAsync(
        new TableEntity(Partition, TableKey.Escape(id)) { ["revokedAt"] = at }, Azure.ETag.All, TableUpdateMode.Merge, cancellationToken);

    private static TableEntity Write(KeyRecord record) => new(Partition, TableKey.Escape(record.Id))
    {
        ["scope"] = record.Scope.ToString(),
        ["agency"] = record.Agency,
        ["note"] = record.Note,
        ["createdBy"] = record.CreatedBy,
        ["createdAt"] = record.CreatedAt,
        ["revokedAt"] = record.RevokedAt,
    };

    private static KeyRecord Read(TableEntity row) => new(
        TableKey.Unescape(row.RowKey),
        Enum.Parse<KeyScope>(row.GetString("scope")!),
        row.GetString("agency"),
        row.GetString("note"),
        row.GetString("createdBy")!,
        row.GetDateTimeOffset("createdAt")!.Value,
        row.GetDateTimeOffset("revokedAt"));
}
