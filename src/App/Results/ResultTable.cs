using System.Runtime.CompilerServices;

namespace Ita.App.Results;

/// <summary>Current results: table Results, one partition per year, one row per agency.</summary>
public sealed class ResultTable(OpenStorage storage, YearLists lists)
{
    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.Results);

    public async Task<ResultRow?> FindAsync(FiscalYear year, string agency, CancellationToken cancellationToken) =>
        (await FindAsync(year, [agency], cancellationToken)).GetValueOrDefault(agency);

    public async Task<Dictionary<string, ResultRow>> FindAsync(
        FiscalYear year, IReadOnlyCollection<string> agencies, CancellationToken cancellationToken)
    {
        var rows = await Table.FindManyAsync(year.ToString(), [.. agencies.Select(TableKey.Escape)], cancellationToken);
        return rows.Values.Select(ResultRow.Read).ToDictionary(row => row.Agency);
    }

    /// <summary>The results of a year, or of all years when null, ordered by year and agency key: one page and the
    /// token of the next.</summary>
    public async Task<(IReadOnlyList<ResultRow> Rows, string? Next)> PageAsync(
        FiscalYear? year, int size, string? token, CancellationToken cancellationToken)
    {
        var filter = year is null ? null : StoredTable.CreateQueryFilter($"PartitionKey eq {year.ToString()}");
        await foreach (var page in Table.QueryAsync(filter, size, cancellationToken: cancellationToken).AsPages(token, size))
        {
            return ([.. page.Values.Select(ResultRow.Read)], page.ContinuationToken);
        }

        return ([], null);
    }

    /// <param name="results">At most 100 of one year, each with its row and the ETag it was read with, or null when it
    /// is the first.</param>
    /// <exception cref="RequestFailedException">412 or 409: another step changed one of them since it was read;
    /// nothing is written.</exception>
    public async Task WriteAsync(IEnumerable<(ResultRow Row, AgencyResult Result, ETag? Read)> results, CancellationToken cancellationToken)
    {
        var written = results.ToList();
        if (written.Count == 0)
        {
            return;
        }

        await Table.SubmitTransactionAsync(
            [.. written.Select(one => EntityTable.AddOrReplace(one.Row.ToEntity(one.Result), one.Read))], cancellationToken);
        await lists.NoteChangeAsync(StorageNames.Tables.Results, written[0].Row.Year, cancellationToken);
    }

    /// <summary>Current results that came from an upload, of any year, up to a maximum number.</summary>
    public ValueTask<List<ResultRow>> FromUploadAsync(string upload, int most, CancellationToken cancellationToken) => Table
        .QueryAsync(StoredTable.CreateQueryFilter($"upload eq {upload}"), cancellationToken: cancellationToken)
        .Take(most)
        .Select(ResultRow.Read)
        .ToListAsync(cancellationToken);

    /// <summary>Every current result of a year, in the order of agency keys; read page by page.</summary>
    /// <param name="columns">Null for all; otherwise it must contain the keys.</param>
    public async IAsyncEnumerable<TableEntity> AllAsync(
        FiscalYear year, [EnumeratorCancellation] CancellationToken cancellationToken, IReadOnlyCollection<string>? columns = null)
    {
        var filter = StoredTable.CreateQueryFilter($"PartitionKey eq {year.ToString()}");
        await foreach (var row in Table.QueryAsync(filter, select: columns, cancellationToken: cancellationToken))
        {
            yield return row;
        }
    }

    /// <summary>The brief of every current result of a year, in the order of agency keys; kept in memory until one of them changes.</summary>
    public Task<ImmutableArray<ResultBrief>> BriefsAsync(FiscalYear year, CancellationToken cancellationToken) => lists.ReadAsync(
        StorageNames.Tables.Results,
        year,
        stop => AllAsync(year, stop, ResultBrief.Columns).Select(ResultBrief.Read).ToListAsync(stop),
        cancellationToken);

    /// <summary>The briefs of the agencies of a year whose current version is published.</summary>
    public async Task<ImmutableArray<ResultBrief>> PublishedAsync(FiscalYear year, CancellationToken cancellationToken) =>
        [.. (await BriefsAsync(year, cancellationToken)).Where(brief => brief.IsPublished)];


    /// <summary>The briefs of the first results of a year after a key, by key.</summary>
    public async Task<IReadOnlyDictionary<string, ResultBrief>> BriefsAfterAsync(
        FiscalYear year, string after, int count, CancellationToken cancellationToken) =>
        (await Table.AfterAsync(year.ToString(), after, count, ResultBrief.Columns, cancellationToken))
            .ToDictionary(row => row.RowKey, ResultBrief.Read, StringComparer.Ordinal);

    /// <summary>The briefs of the results with these keys that exist, by key.</summary>
    public async Task<IReadOnlyDictionary<string, ResultBrief>> BriefsAsync(
        FiscalYear year, IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        (await Table.FindManyAsync(year.ToString(), keys, cancellationToken))
            .ToDictionary(pair => pair.Key, pair => ResultBrief.Read(pair.Value), StringComparer.Ordinal);

    /// <summary>Records that the current version is published.</summary>
    /// <exception cref="RequestFailedException">412: a newer version was stored meanwhile.</exception>
    public async Task PublishAsync(ResultRow row, CancellationToken cancellationToken)
    {
        await Table.UpdateEntityAsync(row.StateEntity(), row.ETag!.Value, TableUpdateMode.Merge, cancellationToken);
        await lists.NoteChangeAsync(StorageNames.Tables.Results, row.Year, cancellationToken);
    }
}
