namespace Ita.App.Delivery;

/// <summary>How many letters of a channel ended in one way on one day.</summary>
public sealed record DeliveryCount(DateOnly Day, Channel Channel, DeliveryOutcome Outcome, Cause Cause, int Count);

/// <summary>Table Deliveries: one partition per agency and year, and one for all of them, one row per day in Thailand. No receiver, no password and
/// no time is stored.</summary>
public sealed class DeliveryCounts(OpenStorage storage, TimeProvider clock, ILogger<DeliveryCounts> log)
{
    private const string All = "all";
    private const int Rounds = 20;

    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.Deliveries);

    /// <summary>Counts an attempt. A count that cannot be stored is left out, because its letter must not be sent again for it.</summary>
    public async Task AddAsync(Letter letter, Attempt attempt, CancellationToken cancellationToken)
    {
        var column = $"{letter.Channel}_{attempt}".ToLowerInvariant();
        try
        {
            await AddAsync(PartitionOf(letter.Year, letter.Agency), column, cancellationToken);
            await AddAsync(All, column, cancellationToken);
        }
        catch (RequestFailedException fault)
        {
            log.LogWarning("A letter is not counted: {Status}", fault.Status);
        }
    }

    /// <summary>The counts of an agency, the newest day first.</summary>
    public Task<ImmutableArray<DeliveryCount>> OfAgencyAsync(FiscalYear year, string agency, int days, CancellationToken cancellationToken) =>
        ReadAsync(PartitionOf(year.BuddhistEra, agency), days, cancellationToken);

    /// <summary>The counts of all agencies, the newest day first.</summary>
    public Task<ImmutableArray<DeliveryCount>> OfAllAsync(int days, CancellationToken cancellationToken) => ReadAsync(All, days, cancellationToken);

    private async Task AddAsync(string partition, string column, CancellationToken cancellationToken)
    {
        var day = Text(ThaiClock.Today(clock));
        for (var round = 0; round < Rounds; round++)
        {
            var found = await Table.FindAsync(partition, day, cancellationToken);
            var row = found.HasValue ? found.Value! : new TableEntity(partition, day);
            row[column] = (row.GetInt32(column) ?? 0) + 1;
            if (await Table.TryReplaceAsync(row, found.HasValue ? found.Value : null, cancellationToken))
            {
                return;
            }
        }

        log.LogWarning("A letter is not counted: its row was changed {Rounds} times", Rounds);
    }

    private async Task<ImmutableArray<DeliveryCount>> ReadAsync(string partition, int days, CancellationToken cancellationToken)
    {
        var first = Text(ThaiClock.Today(clock).AddDays(1 - days));
        var rows = await Table
            .QueryAsync(StoredTable.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first}"), cancellationToken: cancellationToken)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderByDescending(row => row.RowKey, StringComparer.Ordinal)
                .SelectMany(row => row.Select(cell => Count(row.RowKey, cell)).OfType<DeliveryCount>()
                    .OrderBy(count => count.Channel).ThenBy(count => count.Outcome).ThenBy(count => count.Cause)),
        ];
    }

    // Null for the cells of the service and for those of another version.
    private static DeliveryCount? Count(string day, KeyValuePair<string, object> cell)
    {
        var parts = cell.Key.Split('_');
        return cell.Value is int count && parts.Length is 2 or 3
            && Enum.TryParse(parts[0], ignoreCase: true, out Channel channel)
            && Enum.TryParse(parts[1], ignoreCase: true, out DeliveryOutcome outcome)
            && Enum.TryParse(parts.ElementAtOrDefault(2) ?? nameof(Cause.None), ignoreCase: true, out Cause cause)
            ? new(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), channel, outcome, cause, count)
            : null;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string PartitionOf(int year, string agency) =>
        TableKey.Escape(string.Create(CultureInfo.InvariantCulture, $"{year}+{agency}"));
}
