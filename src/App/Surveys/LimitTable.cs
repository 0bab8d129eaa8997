using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Ita.App.Storage;
using Ita.App.Web;
using Ita.Domain;
using Ita.Domain.Responses;

namespace Ita.App.Surveys;

/// <summary>Something of a survey that may be tried only so often.</summary>
/// <param name="What">What is counted, for example wrong codes of one address: a name and a keyed hash, never the address.</param>
public sealed record Limited(FiscalYear Year, string Agency, string What, RateLimit Limit);

/// <summary>Tries of the current windows: table Limits, partition year and agency, row what is counted. No row outlives its survey.</summary>
public sealed class LimitTable(OpenStorage storage, TimeProvider clock)
{
    private const int Rounds = 20;

    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.Limits);

    /// <summary>Why another try would be refused now; null when it would not. Counts nothing.</summary>
    public async Task<Problem?> RefusalAsync(Limited limited, CancellationToken cancellationToken) =>
        limited.Limit.Take(Count(await RowAsync(limited, cancellationToken)), clock.GetUtcNow()).Problem;

    /// <summary>Counts a try.</summary>
    /// <returns>Why it is refused; null when it may go ahead.</returns>
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

        // So many at once that even counting them fails: too many.
        return new RateTake(new(clock.GetUtcNow(), 0), limited.Limit.Window).Problem;
    }

    /// <summary>Throws a survey's counts away.</summary>
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
            await (read is null ? Table.AddEntityAsync(row, cancellationToken) : Table.UpdateEntityAsync(row, read.ETag, TableUpdateMode.Replace, cancellationToken));
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

    // What was counted yesterday is of no use; done when a new row comes, so that rows do not pile up.
    private async Task ForgetOldAsync(Limited limited, CancellationToken cancellationToken)
    {
        var partition = PartitionOf(limited.Year, limited.Agency);
        var old = clock.GetUtcNow().AddDays(-1);
        await Table.DeleteAsync(StoredTable.CreateQueryFilter($"PartitionKey eq {partition} and window lt {old}"), cancellationToken);
    }

    private static RateCount? Count(TableEntity? row) =>
        row is null ? null : new(row.GetDateTimeOffset("window")!.Value, row.GetInt32("tries")!.Value);

    private static string PartitionOf(FiscalYear year, string agency) => TableKey.Escape(string.Create(CultureInfo.InvariantCulture, $"{year}+{agency}"));
}
