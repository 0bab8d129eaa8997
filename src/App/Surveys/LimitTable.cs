namespace Ita.App.Surveys;

/// <summary>An action of a survey that is rate-limited.</summary>
/// <param name="What">The counted action, for example wrong codes of one address: a name and a keyed hash, never the
/// address.</param>
public sealed record Limited(FiscalYear Year, string Agency, string What, RateLimit Limit);

/// <summary>Attempts in the current windows: table Limits, one partition per year and agency, one row per limited
/// action. Rows are deleted when the survey closes.</summary>
public sealed class LimitTable(OpenStorage storage, TimeProvider clock)
{
    private readonly LimitRows rows = new(clock);

    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.Limits);

    /// <summary>Counts an attempt before it is carried out.</summary>
    /// <returns>Why it is refused; null when it is allowed.</returns>
    public async Task<Problem?> TakeAsync(Limited limited, CancellationToken cancellationToken)
    {
        var partition = PartitionOf(limited.Year, limited.Agency);
        var (problem, isNew) = await rows.TakeAsync(Table, partition, TableKey.Escape(limited.What), limited.Limit, cancellationToken);
        if (isNew)
        {
            await ForgetOldAsync(partition, cancellationToken);
        }

        return problem;
    }

    /// <summary>Deletes a survey's counts.</summary>
    public Task ForgetAsync(FiscalYear year, string agency, CancellationToken cancellationToken) =>
        Table.DeletePartitionAsync(PartitionOf(year, agency), cancellationToken);

    // Counts of yesterday have no effect any more. They are deleted when a row is added, so that rows do not
    // accumulate.
    private async Task ForgetOldAsync(string partition, CancellationToken cancellationToken)
    {
        var old = clock.GetUtcNow().AddDays(-1);
        await Table.DeleteAsync(StoredTable.CreateQueryFilter($"PartitionKey eq {partition} and window lt {old}"), cancellationToken);
    }

    private static string PartitionOf(
        FiscalYear year, string agency) => TableKey.Escape(string.Create(CultureInfo.InvariantCulture, $"{year}+{agency}"));
}
