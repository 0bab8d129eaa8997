using System.Runtime.CompilerServices;

namespace Ita.App.Runs;

/// <summary>The runs: table Runs, one partition per year, one row per run.</summary>
public sealed class RunTable(OpenStorage storage)
{
    private const string Json = "json";

    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.Runs);

    /// <summary>Null when no run has this id.</summary>
    public async Task<Run?> FindAsync(string id, CancellationToken cancellationToken) => (await ReadAsync(id, cancellationToken))?.Run;

    /// <summary>Adds a run; an existing run with the same id is not changed.</summary>
    /// <returns>True when it was added.</returns>
    public async Task<bool> AddAsync(Run run, CancellationToken cancellationToken)
    {
        try
        {
            await Table.AddEntityAsync(Write(run), cancellationToken);
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status == StatusCodes.Status409Conflict)
        {
            return false;
        }
    }

    /// <summary>Changes the current state of a run; concurrent changes are detected and the change is applied
    /// again.</summary>
    /// <param name="change">Returns null for no change; called again after a concurrent change.</param>
    /// <returns>The run after the change; null when no run has this id.</returns>
    public async Task<Run?> ChangeAsync(string id, Func<Run, Run?> change, CancellationToken cancellationToken)
    {
        while (await ReadAsync(id, cancellationToken) is { } found)
        {
            if (change(found.Run) is not { } changed)
            {
                return found.Run;
            }

            if (await WrittenAsync(changed, found.ETag, cancellationToken))
            {
                return changed;
            }
        }

        return null;
    }

    /// <summary>All runs, by year and id; read page by page.</summary>
    public async IAsyncEnumerable<Run> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in Table.QueryAsync(cancellationToken: cancellationToken))
        {
            yield return StoredJson.Read<Run>(row.GetString(Json)!);
        }
    }

    private async Task<(Run Run, ETag ETag)?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        if (RunOrder.YearOf(id) is not { } year)
        {
            return null;
        }

        var row = await Table.FindAsync(year, TableKey.Escape(id), cancellationToken);
        return row.HasValue ? (StoredJson.Read<Run>(row.Value!.GetString(Json)!), row.Value.ETag) : null;
    }

    private async Task<bool> WrittenAsync(Run run, ETag read, CancellationToken cancellationToken)
    {
        try
        {
            await Table.UpdateEntityAsync(Write(run), read, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status == StatusCodes.Status412PreconditionFailed)
        {
            return false;
        }
    }

    private static TableEntity Write(Run run) => new(run.Order.Year.ToString(), TableKey.Escape(run.Id)) { [Json] = StoredJson.Write(run) };
}
