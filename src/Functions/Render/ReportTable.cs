using Azure.Storage.Blobs.Models;
using Ita.Functions.Storage;
using Ita.Functions.Storage.Tables;

namespace Ita.Functions.Render;

public enum ReportStatus
{
    Queued,
    Printed,

    /// <summary>Every try threw.</summary>
    Failed,
}

/// <param name="Sha256">Of the PDF's bytes; null until printed.</param>
/// <param name="Failure">In a word, when it failed.</param>
public sealed record ReportRow(ReportStatus Status, string? Sha256 = null, long? Bytes = null, string? Failure = null);

/// <summary>Printed reports: the PDF in container reports, its record in table Reports.</summary>
public sealed class ReportTable(OpenStorage storage)
{
    private TableClient Table => storage.Connection.Tables.GetTableClient(StorageNames.Tables.Reports);

    public async Task<ReportRow?> FindAsync(ReportName name, CancellationToken cancellationToken)
    {
        var row = await Table.GetEntityIfExistsAsync<TableEntity>(name.PartitionKey, name.RowKey, cancellationToken: cancellationToken);
        return row.HasValue ? StoredJson.Read<ReportRow>(row.Value!.GetString("json")!) : null;
    }

    public Task WriteAsync(ReportName name, ReportRow report, CancellationToken cancellationToken) => Table.UpsertEntityAsync(
        new TableEntity(name.PartitionKey, name.RowKey) { ["status"] = report.Status.ToString(), ["json"] = StoredJson.Write(report) },
        TableUpdateMode.Replace,
        cancellationToken);

    /// <summary>The PDF is written before its record, so that a record never promises what is not there.</summary>
    public async Task KeepAsync(ReportName name, byte[] pdf, ReportRow report, CancellationToken cancellationToken)
    {
        await Blob(name).UploadAsync(
            BinaryData.FromBytes(pdf),
            new BlobUploadOptions { HttpHeaders = new() { ContentType = "application/pdf" } },
            cancellationToken);
        await WriteAsync(name, report, cancellationToken);
    }

    public async Task<byte[]> ReadAsync(ReportName name, CancellationToken cancellationToken) =>
        (await Blob(name).DownloadContentAsync(cancellationToken)).Value.Content.ToArray();

    private Azure.Storage.Blobs.BlobClient Blob(ReportName name) =>
        storage.Connection.Blobs.GetBlobContainerClient(StorageNames.Containers.Reports).GetBlobClient(name.Blob);
}
