namespace Ita.App.Surveys;

/// <summary>An action of a survey that is rate-limited.</summary>
/// <param name="What">The counted action, for example wrong codes of one address: a name and a keyed hash, never the
/// address.</param>
public sealed record Limited(FiscalYear Year, string Agency, string What, RateLimit Limit);

/// <summary>Attempts in the current windows: table Limits, one partition per year and agency, one row per limited
/// action. Rows are deleted when the survey closes.</summary>
public sealed class LimitTable(OpenStorage storage, TimeProvider clock)
{
    private const int Rounds = 20;

    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.Limits);

    /// <summary>Why another attempt would be refused now; null when it would be accepted. Counts nothing.</summary>
    public async Task<Problem?> RefusalAsync(Limited limited, CancellationToken cancellationToken) =>
        limited.Limit.Take(Count(await RowAsync(limited, cancellationToken)), clock.GetUtcNow()).Problem;

    /// <summary>Counts an attempt.</summary>
    /// <returns>Why it is refused; null when it is accepted.</returns>
    public async Task<Problem?> TakeAsync(Limited limited, CancellationToken cancellationToken)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var row = await RowAsync(limited, cancellationToken);
            var take = limited.Limit.Take(Count(row), clock.GetUtcNow());
            if (!take.IsAllowed || await IsWrittenAsync(limited, take.After, row, cancellationToken))
            {
                return take.Problem;
            }
        }

        // So many concurrent attempts that counting failed: refused.
        return new RateDecision(new(clock.GetUtcNow(), 0), limited.Limit.Window).Problem;
    }

    /// <summary>Deletes a survey's counts.</summary>
    public Task ForgetAsync(FiscalYear year, string agency, CancellationToken cancellationToken) =>
        Table.DeletePartitionAsync(PartitionOf(year, agency), cancellationToken);

    private async Task<TableEntity?> RowAsync(Limited limited, CancellationToken cancellationToken)
    {
        var row = await Table.FindAsync(
            PartitionOf(limited.Year, limited.Agency), TableKey.Escape(limited.What), cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    private async Task<bool> IsWrittenAsync(Limited limited, RateCount count, TableEntity? read, CancellationToken cancellationToken)
    {
        var row = new TableEntity(PartitionOf(limited.Year, limited.Agency), TableKey.Escape(limited.What))
        {
            ["window"] = count.WindowStart,
            ["tries"] = count.Tries,
        };
        try
        {
            await (read is null
                ? Table.AddEntityAsync(row, cancellationToken)
                : Table.UpdateEntityAsync(row, read.ETag, TableUpdateMode.Replace, cancellationToken));
        }
        catch (RequestFailedException fault) when (fault.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed)
        {
            return false;
        }

        if (read is null)
        {
            await ForgetOldAsync(limited, cancellationToken);
        }

        return true;
    }

    // Counts of yesterday have no effect any more. They are deleted when a row is added, so that rows do not
    // accumulate.
    private async Task ForgetOldAsync(Limited limited, CancellationToken cancellationToken)
    {
        var partition = PartitionOf(limited.Year, limited.Agency);
        var old = clock.GetUtcNow().AddDays(-1);
        await Table.DeleteAsync(StoredTable.CreateQueryFilter($"PartitionKey eq {partition} and window lt {old}"), cancellationToken);
    }

    private static RateCount? Count(TableEntity? row) =>
        row is null ? null : new(row.GetDateTimeOffset("window")!.Value, row.GetInt32("tries")!.Value);

    private static string PartitionOf(
        FiscalYear year, string agency) => TableKey.Escape(string.Create(CultureInfo.InvariantCulture, $"{year}+{agency}"));
}
