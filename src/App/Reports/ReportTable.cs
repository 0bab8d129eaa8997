using System.Text.Json.Serialization;
using Azure.Storage.Blobs.Models;
using Ita.Domain.Texts;

namespace Ita.App.Reports;

public enum ReportStatus
{
    Queued,
    Printed,

    /// <summary>Every attempt failed.</summary>
    Failed,

    /// <summary>Printed, but its content would differ now. Never stored.</summary>
    Outdated,
}

/// <summary>Failure codes of reports, beside <see cref="StepRunner.EveryTryFailed"/>.</summary>
public static class ReportFailure
{
    /// <summary>Printing took longer than the limit, also apart from the other prints.</summary>
    public const string TookTooLong = "print-timeout";
}

/// <param name="Id">The seal's id; null until printed.</param>
/// <param name="Sha256">The SHA-256 of the PDF; null until printed.</param>
/// <param name="Failure">A failure code; null unless failed.</param>
/// <param name="Inputs">The hashes of what it was printed from, see <see cref="ReportInputs"/>; null until printed, and when an earlier version
/// of the app printed it.</param>
/// <param name="AsOf">The day for which it was printed; null as for <paramref name="Inputs"/>.</param>
/// <param name="LastId">The seal's id of the last print while the report is printed again; null otherwise.</param>
public sealed record ReportRow(
    ReportStatus Status,
    string? Id = null,
    string? Blob = null,
    string? Sha256 = null,
    long? Bytes = null,
    string? Failure = null,
    string? Inputs = null,
    DateOnly? AsOf = null,
    string? LastId = null)
{
    /// <summary>Container and blob; null until printed.</summary>
    public string? Path => Blob is null ? null : $"{StorageNames.Containers.Reports}/{Blob}";

    /// <summary>The reason of the failure in words; null unless failed.</summary>
    [JsonIgnore]
    public LocalizedText? FailureText => Failure switch
    {
        null => null,
        ReportFailure.TookTooLong => TextCatalogue.Fill("api.report-too-slow", ImmutableDictionary<string, string>.Empty),
        _ => TextCatalogue.Fill("api.report-failed", ImmutableDictionary<string, string>.Empty),
    };
}

/// <summary>A printed report, as its seal identifies it.</summary>
public sealed record SealRow(
    int Year, string Subject, string Kind, int Version, string Digits, string Sha256, string ContentHash, DateTimeOffset ComputedAt);

/// <summary>Printed reports: the PDF in container reports, its record in table Reports, its seal in table Seals.</summary>
public sealed class ReportTable(OpenStorage storage)
{
    private const int SealIdLength = 32;

    private StoredTable Reports => storage.Connection.Table(StorageNames.Tables.Reports);

    private StoredTable Seals => storage.Connection.Table(StorageNames.Tables.Seals);

    public async Task<ReportRow?> FindAsync(ReportName name, CancellationToken cancellationToken) =>
        await FindAsync<ReportRow>(Reports, name.PartitionKey, name.RowKey, cancellationToken);

    /// <summary>The printed reports of the same kind and digits of older versions, the oldest first.</summary>
    public async Task<IReadOnlyList<(ReportName Name, ReportRow Row)>> FindOlderAsync(ReportName name, CancellationToken cancellationToken)
    {
        var names = OlderThan(name);
        var rows = await Reports.FindManyAsync(name.PartitionKey, [.. names.Select(older => older.RowKey)], cancellationToken);
        return PrintedOf(names, rows.ToDictionary(row => row.Key, row => Read(row.Value)));
    }

    /// <summary>Every report about a result, by row key; one query.</summary>
    /// <param name="partition">The <see cref="ReportName.PartitionKey"/> of one of them.</param>
    public async Task<IReadOnlyDictionary<string, ReportRow>> OfResultAsync(string partition, CancellationToken cancellationToken) =>
        (await Reports.PartitionAsync(partition, cancellationToken).ToListAsync(cancellationToken)).ToDictionary(row => row.RowKey, Read);

    /// <summary>As <see cref="FindOlderAsync"/>, among rows that were read before.</summary>
    public static IReadOnlyList<(ReportName Name, ReportRow Row)> Older(ReportName name, IReadOnlyDictionary<string, ReportRow> rows) =>
        PrintedOf(OlderThan(name), rows);

    /// <summary>True when the last attempt to print this report took too long.</summary>
    public async Task<bool> TookTooLongAsync(ReportName name, CancellationToken cancellationToken) =>
        await FindAsync(name, cancellationToken) is { Failure: ReportFailure.TookTooLong };

    /// <param name="id">32 hexadecimal digits.</param>
    public async Task<SealRow?> FindSealAsync(string id, CancellationToken cancellationToken) =>
        id.Length != SealIdLength || !id.All(char.IsAsciiHexDigit)
            ? null
            : await FindAsync<SealRow>(Seals, TableKey.Escape(id[..2]), TableKey.Escape(id), cancellationToken);

    /// <summary>Changes the current state of a record; concurrent changes are detected and the change is applied
    /// again.</summary>
    /// <param name="change">Receives null when there is no record; returns null for no change. Called again after a
    /// concurrent change.</param>
    public async Task ChangeAsync(ReportName name, Func<ReportRow?, ReportRow?> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await Reports.FindAsync(name.PartitionKey, name.RowKey, cancellationToken);
            var changed = change(row.HasValue ? StoredJson.Read<ReportRow>(row.Value!.GetString("json")!) : null);
            if (changed is null || await Reports.TrySubmitAsync([Change(name, changed, row.HasValue ? row.Value!.ETag : null)], cancellationToken))
            {
                return;
            }
        }
    }

    /// <summary>The record of a report that was printed with this content, after storing the inputs and the day that gave the same content again;
    /// null when it was not printed, or with another content.</summary>
    /// <param name="id">The seal's id of the content.</param>
    public async Task<ReportRow?> ConfirmAsync(ReportName name, string id, string inputs, DateOnly asOf, CancellationToken cancellationToken)
    {
        ReportRow? confirmed = null;
        await ChangeAsync(
            name,
            row =>
            {
                confirmed = row is { Status: ReportStatus.Printed } && row.Id == id ? row with { Inputs = inputs, AsOf = asOf } : null;
                return confirmed == row ? null : confirmed;
            },
            cancellationToken);
        return confirmed;
    }

    /// <summary>Stores a printed report. The PDF is written before its records, so that a record never refers to a
    /// missing PDF.</summary>
    public async Task KeepAsync(ReportName name, byte[] pdf, ReportRow report, SealRow seal, CancellationToken cancellationToken)
    {
        await Blob(report.Blob!).UploadAsync(
            BinaryData.FromBytes(pdf),
            new BlobUploadOptions { HttpHeaders = new() { ContentType = "application/pdf" } },
            cancellationToken);
        await WriteAsync(Seals, report.Id![..2], report.Id, seal, cancellationToken);
        await WriteAsync(Reports, name.PartitionKey, name.RowKey, report, cancellationToken);
    }

    public async Task<byte[]> ReadAsync(string blob, CancellationToken cancellationToken) =>
        (await Blob(blob).DownloadContentAsync(cancellationToken)).Value.Content.ToArray();

    /// <summary>Copies a printed PDF to a stream without reading it into memory.</summary>
    public Task CopyAsync(string blob, Stream output, CancellationToken cancellationToken) => Blob(blob).DownloadToAsync(output, cancellationToken);

    private static List<ReportName> OlderThan(ReportName name) =>
        [.. Enumerable.Range(1, name.Version - 1).Select(version => name with { Version = version })];

    private static IReadOnlyList<(ReportName Name, ReportRow Row)> PrintedOf(
        IEnumerable<ReportName> names, IReadOnlyDictionary<string, ReportRow> rows) =>
        [.. from name in names
            let row = rows.GetValueOrDefault(name.RowKey)
            where row is { Status: ReportStatus.Printed }
            select (name, row)];

    private static ReportRow Read(TableEntity row) => StoredJson.Read<ReportRow>(row.GetString("json")!);

    private static async Task<T?> FindAsync<T>(StoredTable table, string partition, string key, CancellationToken cancellationToken)
        where T : class
    {
        var row = await table.FindAsync(partition, key, cancellationToken);
        return row.HasValue ? StoredJson.Read<T>(row.Value!.GetString("json")!) : null;
    }

    private static Task WriteAsync<T>(StoredTable table, string partition, string key, T value, CancellationToken cancellationToken) =>
        table.UpsertEntityAsync(EntityOf(partition, key, value), TableUpdateMode.Replace, cancellationToken);

    private static TableTransactionAction Change(ReportName name, ReportRow report, ETag? read) =>
        EntityTable.AddOrReplace(EntityOf(name.PartitionKey, name.RowKey, report), read);

    private static TableEntity EntityOf<T>(string partition, string key, T value) => new(partition, key) { ["json"] = StoredJson.Write(value) };

    private Azure.Storage.Blobs.BlobClient Blob(string name) =>
        storage.Connection.Blobs.GetBlobContainerClient(StorageNames.Containers.Reports).GetBlobClient(name);
}
