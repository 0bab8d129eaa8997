using Ita.Domain.Appeals;

namespace Ita.App.Appeals;

/// <summary>A comment as it is stored.</summary>
/// <param name="AnsweredBy">The id of the key that has answered it; null without an answer.</param>
public sealed record AppealRecord(FiscalYear Year, string Agency, AppealComment Comment, string? AnsweredBy = null)
{
    /// <summary>The ETag that was read; null for a record not yet written.</summary>
    public ETag? ETag { get; init; }
}

/// <summary>Table Appeals: one partition per year, with a row for the year's window and one for each comment.</summary>
public sealed class AppealTable(OpenStorage storage)
{
    // An escaped agency never contains two of these marks after each other, so no other key has the same beginning.
    private const string Separator = "~~";

    private const string WindowKey = "~window";
    private const string Content = "content";

    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.Appeals);

    /// <summary>The window of a year and its ETag; null when none is set.</summary>
    public async Task<(AppealWindow Window, ETag ETag)?> FindWindowAsync(FiscalYear year, CancellationToken cancellationToken)
    {
        var row = await Table.FindAsync(year.ToString(), WindowKey, cancellationToken);
        return row.HasValue ? (StoredJson.Read<AppealWindow>(row.Value!.GetString(Content)!), row.Value.ETag) : null;
    }

    /// <param name="read">The ETag of the window that it replaces; null when none is set.</param>
    /// <returns>False when it was changed since it was read; nothing is written.</returns>
    public Task<bool> TryWriteWindowAsync(FiscalYear year, AppealWindow window, ETag? read, CancellationToken cancellationToken) =>
        TryWriteAsync(new(year.ToString(), WindowKey) { [Content] = StoredJson.Write(window) }, read, cancellationToken);

    /// <summary>The comments of an agency by number.</summary>
    public async Task<ImmutableArray<AppealRecord>> ListAsync(FiscalYear year, string agency, CancellationToken cancellationToken)
    {
        var (first, last) = ($"{TableKey.Escape(agency)}{Separator}0", $"{TableKey.Escape(agency)}{Separator}:");
        var filter = StoredTable.CreateQueryFilter($"PartitionKey eq {year.ToString()} and RowKey ge {first} and RowKey lt {last}");
        return [.. await Table.QueryAsync(filter, cancellationToken: cancellationToken).Select(Read).ToListAsync(cancellationToken)];
    }

    public async Task<AppealRecord?> FindAsync(FiscalYear year, string agency, int number, CancellationToken cancellationToken)
    {
        var row = await Table.FindAsync(year.ToString(), KeyOf(agency, number), cancellationToken);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <summary>The open comments of a year, by agency key and number.</summary>
    public IAsyncEnumerable<AppealRecord> OpenAsync(FiscalYear year, CancellationToken cancellationToken) =>
        Table.QueryAsync(
            StoredTable.CreateQueryFilter($"PartitionKey eq {year.ToString()} and open eq {true}"), cancellationToken: cancellationToken)
            .Select(Read);

    /// <summary>The open comments of all years.</summary>
    public IAsyncEnumerable<AppealRecord> OpenAsync(CancellationToken cancellationToken) =>
        Table.QueryAsync(StoredTable.CreateQueryFilter($"open eq {true}"), cancellationToken: cancellationToken).Select(Read);

    /// <summary>Adds a new comment, or replaces the one that was read.</summary>
    /// <returns>False when the number is taken or the comment was changed since it was read; nothing is written.</returns>
    public Task<bool> TryWriteAsync(AppealRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        var row = new TableEntity(record.Year.ToString(), KeyOf(record.Agency, record.Comment.Number))
        {
            [Content] = StoredJson.Write(record.Comment),
            ["open"] = record.Comment.IsOpen,
            ["agency"] = record.Agency,
            ["answeredBy"] = record.AnsweredBy,
        };
        return TryWriteAsync(row, record.ETag, cancellationToken);
    }

    private async Task<bool> TryWriteAsync(TableEntity row, ETag? read, CancellationToken cancellationToken)
    {
        try
        {
            await (read is { } etag
                ? Table.UpdateEntityAsync(row, etag, TableUpdateMode.Replace, cancellationToken)
                : Table.AddEntityAsync(row, cancellationToken));
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed)
        {
            return false;
        }
    }

    private static string KeyOf(string agency, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{TableKey.Escape(agency)}{Separator}{number:000}");

    private static AppealRecord Read(TableEntity row) => new(
        FiscalYear.FromBuddhistEra(int.Parse(row.PartitionKey, CultureInfo.InvariantCulture)),
        row.GetString("agency")!,
        StoredJson.Read<AppealComment>(row.GetString(Content)!),
        row.GetString("answeredBy"))
    {
        ETag = row.ETag,
    };
}
