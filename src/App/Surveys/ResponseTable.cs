namespace Ita.App.Surveys;

/// <summary>A stored sheet: the answers and the day, no personal data.</summary>
/// <param name="Packed">See <see cref="AnswerSheet.Pack"/>.</param>
/// <param name="Day">In Thailand, yyyy-MM-dd; no time is stored.</param>
public sealed record StoredSheet(string Packed, string Day);

/// <summary>Answer sheets: table Responses, one partition per year, agency and survey, one row per keyed hash of a
/// sender's nonce (docs/decisions/0008).</summary>
/// <remarks>The service stamps each row with the time of its writing, which together with the timestamp of a one-time
/// password would reveal who sent which sheet. Rows are therefore rewritten in the order of their keys (<see
/// cref="MixAsync"/>), many at a time, and then share one timestamp.</remarks>
public sealed class ResponseTable(OpenStorage storage)
{
    private const string Sheet = "sheet";
    private const string Day = "day";
    private const string Mixed = "mixed";

    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.Responses);

    /// <returns>Null when it was added; otherwise the existing sheet under this key.</returns>
    public async Task<StoredSheet?> AddAsync(
        FiscalYear year, string agency, string survey, string key, StoredSheet sheet, CancellationToken cancellationToken)
    {
        try
        {
            await Table.AddEntityAsync(Write(PartitionOf(year, agency, survey), key, sheet, isMixed: false), cancellationToken);
            return null;
        }
        catch (RequestFailedException fault) when (fault.Status == StatusCodes.Status409Conflict)
        {
            // It may have been stored by the first attempt of this very call, whose response was lost.
            return await FindAsync(year, agency, survey, key, cancellationToken);
        }
    }

    public async Task<StoredSheet?> FindAsync(FiscalYear year, string agency, string survey, string key, CancellationToken cancellationToken)
    {
        var row = await Table.FindAsync(PartitionOf(year, agency, survey), key, cancellationToken);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <summary>Every sheet of a survey, in no particular order.</summary>
    public async IAsyncEnumerable<StoredSheet> AllAsync(
        FiscalYear year, string agency, string survey, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in Table.PartitionAsync(PartitionOf(year, agency, survey), cancellationToken))
        {
            yield return Read(row);
        }
    }

    /// <summary>The number of sheets. Counted from the rows, because a stored counter would be one row that every
    /// sender waits for.</summary>
    public async Task<int> CountAsync(FiscalYear year, string agency, string survey, CancellationToken cancellationToken)
    {
        var filter = StoredTable.CreateQueryFilter($"PartitionKey eq {PartitionOf(year, agency, survey)}");
        var count = 0;
        await foreach (var _ in Table.QueryAsync(filter, select: ["RowKey"], cancellationToken: cancellationToken))
        {
            count++;
        }

        return count;
    }

    /// <summary>The day of each sheet, in no particular order.</summary>
    public async Task<IReadOnlyList<DateOnly>> DaysAsync(FiscalYear year, string agency, string survey, CancellationToken cancellationToken)
    {
        var filter = StoredTable.CreateQueryFilter($"PartitionKey eq {PartitionOf(year, agency, survey)}");
        var days = new List<DateOnly>();
        await foreach (var row in Table.QueryAsync(filter, select: [Day], cancellationToken: cancellationToken))
        {
            days.Add(DateOnly.ParseExact(row.GetString(Day)!, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        return days;
    }

    /// <summary>Rewrites the rows that share their timestamp with no other, if there are enough of them to hide each
    /// other.</summary>
    /// <param name="atLeast">Fewer rows than this are left for a later call.</param>
    public async Task MixAsync(FiscalYear year, string agency, string survey, int atLeast, CancellationToken cancellationToken)
    {
        var partition = PartitionOf(year, agency, survey);
        var alone = await Table
            .QueryAsync(StoredTable.CreateQueryFilter($"PartitionKey eq {partition} and mixed eq {false}"), cancellationToken: cancellationToken)
            .ToListAsync(cancellationToken);
        if (alone.Count >= atLeast)
        {
            await WriteAgainAsync(partition, alone, cancellationToken);
        }
    }

    /// <summary>Rewrites every row of a survey when it closes, because the last ones may be too few to hide each
    /// other.</summary>
    public async Task MixAllAsync(FiscalYear year, string agency, string survey, CancellationToken cancellationToken)
    {
        var partition = PartitionOf(year, agency, survey);
        await WriteAgainAsync(partition, await Table.PartitionAsync(partition, cancellationToken).ToListAsync(cancellationToken), cancellationToken);
    }

    private async Task WriteAgainAsync(string partition, List<TableEntity> rows, CancellationToken cancellationToken)
    {
        foreach (var batch in rows.Chunk(EntityTable.BatchSize))
        {
            await Table.SubmitTransactionAsync(
                batch.Select(row =>
                    new TableTransactionAction(TableTransactionActionType.UpsertReplace, Write(partition, row.RowKey, Read(row), isMixed: true))),
                cancellationToken);
        }
    }

    private static string PartitionOf(FiscalYear year, string agency, string survey) => TableKey.Escape($"{year}+{agency}+{survey}");

    private static TableEntity Write(string partition, string key, StoredSheet sheet, bool isMixed) => new(partition, key)
    {
        [Sheet] = sheet.Packed,
        [Day] = sheet.Day,
        [Mixed] = isMixed,
    };

    private static StoredSheet Read(TableEntity row) => new(row.GetString(Sheet)!, row.GetString(Day)!);
}
