namespace Ita.App.Uploads;

/// <summary>The records of uploads: table Uploads, partition the id's first two digits, row the id.</summary>
/// <remarks>Not partitioned by month: an upload is found by its content, so its key must follow from the content
/// alone (docs/decisions/0004).</remarks>
public sealed class UploadTable(OpenStorage storage)
{
    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.Uploads);

    /// <summary>Null when no upload has this id.</summary>
    public async Task<(Upload Upload, ETag ETag)?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (id.Length < 2)
        {
            return null;
        }

        var row = await Table.FindAsync(PartitionOf(id), TableKey.Escape(id), cancellationToken);
        return row.HasValue ? (Read(row.Value!), row.Value!.ETag) : null;
    }

    /// <summary>Adds an upload just received; an existing one with the same id is not changed.</summary>
    /// <returns>The stored upload.</returns>
    public async Task<Upload> AddAsync(Upload upload, CancellationToken cancellationToken)
    {
        try
        {
            await Table.AddEntityAsync(Write(upload), cancellationToken);
            return upload;
        }
        catch (RequestFailedException fault) when (fault.Status == StatusCodes.Status409Conflict)
        {
            return (await FindAsync(upload.Id, cancellationToken))!.Value.Upload;
        }
    }

    /// <exception cref="RequestFailedException">412: another instance changed it since it was read.</exception>
    public Task UpdateAsync(Upload upload, ETag etag, CancellationToken cancellationToken) =>
        Table.UpdateEntityAsync(Write(upload), etag, TableUpdateMode.Replace, cancellationToken);

    /// <summary>All uploads, in no particular order.</summary>
    public async IAsyncEnumerable<Upload> ListAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in Table.QueryAsync(cancellationToken: cancellationToken))
        {
            yield return Read(row);
        }
    }

    private static string PartitionOf(string id) => TableKey.Escape(id[..2]);

    private static TableEntity Write(Upload upload) => new(PartitionOf(upload.Id), TableKey.Escape(upload.Id))
    {
        ["name"] = upload.Name,
        ["sha256"] = upload.Sha256,
        ["status"] = upload.Status.ToString(),
        ["receivedAt"] = upload.ReceivedAt,
        ["json"] = Fitting(upload),
    };

    // A table property holds 32 K characters; the error file contains every problem.
    private static string Fitting(Upload upload)
    {
        const int Room = 30_000;
        var json = StoredJson.Write(upload);
        while (json.Length > Room && upload.Problems.Length > 0)
        {
            upload = upload with { Problems = upload.Problems[..(upload.Problems.Length / 2)] };
            json = StoredJson.Write(upload);
        }

        return json;
    }

    private static Upload Read(TableEntity row) => StoredJson.Read<Upload>(row.GetString("json")!);
}
