namespace Ita.App.Surveys;

/// <summary>One agency's survey of one year, all its instruments together.</summary>
/// <param name="ClosesWhenReached">True when it closes once every form has its minimum.</param>
/// <param name="CodeHash">Keyed hash of the agency's code; null until a code is created.</param>
/// <param name="ClosedAt">When its closing was recorded, which dates its scores; null while it is open.</param>
/// <param name="IsSettled">True when its closing is completed.</param>
/// <param name="Failure">Set when every attempt to score it failed; closing it again scores it again.</param>
public sealed record SurveyRecord(
    FiscalYear Year,
    string Agency,
    SurveyState State,
    bool ClosesWhenReached = false,
    string? CodeHash = null,
    DateTimeOffset? ClosedAt = null,
    bool IsSettled = false,
    string? Failure = null)
{
    /// <summary>The ETag that was read; null for a record not yet written.</summary>
    public ETag? ETag { get; init; }
}

/// <summary>Table Surveys: one partition per year, one row per agency.</summary>
public sealed class SurveyTable(OpenStorage storage)
{
    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.Surveys);

    public async Task<SurveyRecord?> FindAsync(FiscalYear year, string agency, CancellationToken cancellationToken)
    {
        var row = await Table.FindAsync(year.ToString(), TableKey.Escape(agency), cancellationToken);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <returns>The record with its new ETag; null when it was changed since it was read, and nothing is written.</returns>
    public async Task<SurveyRecord?> WriteAsync(SurveyRecord record, CancellationToken cancellationToken)
    {
        try
        {
            var answer = record.ETag is { } read
                ? await Table.UpdateEntityAsync(Write(record), read, TableUpdateMode.Replace, cancellationToken)
                : await Table.AddEntityAsync(Write(record), cancellationToken);
            return record with { ETag = answer.Headers.ETag };
        }
        catch (RequestFailedException fault) when (fault.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed)
        {
            return null;
        }
    }

    /// <summary>The surveys of a year in the order of agency keys; one page, with the token of the next.</summary>
    public async Task<(IReadOnlyList<SurveyRecord> Records, string? Next)> PageAsync(
        FiscalYear year, int size, string? token, CancellationToken cancellationToken)
    {
        var filter = StoredTable.CreateQueryFilter($"PartitionKey eq {year.ToString()}");
        await foreach (var page in Table.QueryAsync(filter, size, cancellationToken: cancellationToken).AsPages(token, size))
        {
            return ([.. page.Values.Select(Read)], page.ContinuationToken);
        }

        return ([], null);
    }

    /// <summary>The surveys of all years whose closing is not completed, including open ones.</summary>
    public IAsyncEnumerable<SurveyRecord> UnsettledAsync(CancellationToken cancellationToken) =>
        Table.QueryAsync(StoredTable.CreateQueryFilter($"settled eq {false}"), cancellationToken: cancellationToken).Select(Read);

    /// <summary>The surveys of a year whose closing is not completed.</summary>
    public IAsyncEnumerable<SurveyRecord> UnsettledAsync(FiscalYear year, CancellationToken cancellationToken) =>
        Table.QueryAsync(
            StoredTable.CreateQueryFilter($"PartitionKey eq {year.ToString()} and settled eq {false}"), cancellationToken: cancellationToken)
            .Select(Read);

    private static TableEntity Write(SurveyRecord record) => new(record.Year.ToString(), TableKey.Escape(record.Agency))
    {
        ["state"] = StoredJson.Write(record.State),
        ["closesWhenReached"] = record.ClosesWhenReached,
        ["codeHash"] = record.CodeHash,
        ["closedAt"] = record.ClosedAt,
        ["settled"] = record.IsSettled,
        ["failure"] = record.Failure,
    };

    private static SurveyRecord Read(TableEntity row) => new(
        FiscalYear.FromBuddhistEra(int.Parse(row.PartitionKey, CultureInfo.InvariantCulture)),
        TableKey.Unescape(row.RowKey),
        StoredJson.Read<SurveyState>(row.GetString("state")!),
        row.GetBoolean("closesWhenReached") ?? false,
        row.GetString("codeHash"),
        row.GetDateTimeOffset("closedAt"),
        row.GetBoolean("settled") ?? false,
        row.GetString("failure"))
    {
        ETag = row.ETag,
    };
}
