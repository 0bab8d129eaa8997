namespace Ita.App.Surveys;

/// <summary>Counts attempts in the rows of a table, one row per limited action. Each attempt is written under the row's ETag before it is
/// allowed, so that of any number of concurrent attempts exactly those within the limit are allowed.</summary>
internal sealed class LimitRows(TimeProvider clock)
{
    /// <summary>Attempts of this process at one row wait for each other, so that only other processes can change it in between.</summary>
    private const int Gates = 64;

    private const int Rounds = 20;

    private static readonly TimeSpan Contended = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, Gates).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Counts an attempt.</summary>
    /// <returns>Why it is refused; null when it is allowed. <c>IsNew</c> is true when the row was added.</returns>
    public async Task<(Problem? Problem, bool IsNew)> TakeAsync(
        StoredTable table, string partition, string row, RateLimit limit, CancellationToken cancellationToken)
    {
        var gate = gates[unchecked((uint)string.GetHashCode(row, StringComparison.Ordinal)) % Gates];
        await gate.WaitAsync(cancellationToken);
        try
        {
            for (var round = 0; round < Rounds; round++)
            {
                var read = await table.FindAsync(partition, row, cancellationToken);
                var take = limit.Take(read.HasValue ? Count(read.Value!) : null, clock.GetUtcNow());
                if (!take.IsAllowed || await IsWrittenAsync(table, Write(partition, row, take.After), read, cancellationToken))
                {
                    return (take.Problem, take.IsAllowed && !read.HasValue);
                }
            }

            // An attempt that could not be counted is refused.
            return (new RateDecision(new(clock.GetUtcNow(), 0), Contended).Problem, false);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Why another attempt would be refused; null when it would be allowed. Counts nothing.</summary>
    public async Task<Problem?> PeekAsync(StoredTable table, string partition, string row, RateLimit limit, CancellationToken cancellationToken)
    {
        var read = await table.FindAsync(partition, row, cancellationToken);
        return limit.Take(read.HasValue ? Count(read.Value!) : null, clock.GetUtcNow()).Problem;
    }

    private static async Task<bool> IsWrittenAsync(
        StoredTable table, TableEntity row, NullableResponse<TableEntity> read, CancellationToken cancellationToken)
    {
        try
        {
            await (read.HasValue
                ? table.UpdateEntityAsync(row, read.Value!.ETag, TableUpdateMode.Replace, cancellationToken)
                : table.AddEntityAsync(row, cancellationToken));
            return true;
        }
        catch (RequestFailedException fault)
            when (fault.Status is StatusCodes.Status404NotFound or StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed)
        {
            return false;
        }
    }

    private static TableEntity Write(string partition, string row, RateCount count) => new(partition, row)
    {
        ["window"] = count.WindowStart,
        ["tries"] = count.Tries,
    };

    private static RateCount Count(TableEntity row) => new(row.GetDateTimeOffset("window")!.Value, row.GetInt32("tries")!.Value);
}
