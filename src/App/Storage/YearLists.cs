using System.Collections.Concurrent;

namespace Ita.App.Storage;

/// <summary>
/// Lists of a year that are kept in the memory of the process until a row of the year changes. A change is noted in table Changes, so that all
/// processes see it.
/// </summary>
/// <remarks>A list is read after the note, so a change during the reading makes it outdated. A step that is killed between its row and its note is
/// the only one whose change is not noted; a list is therefore used for a minute at most.</remarks>
public sealed class YearLists(OpenStorage storage, TimeProvider clock)
{
    private const string Note = "note";
    private const int NoteBytes = 16;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Table, FiscalYear Year, Type Row), Kept> lists = [];

    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.Changes);

    /// <summary>Notes that rows of a table's year were written.</summary>
    public Task NoteChangeAsync(string table, FiscalYear year, CancellationToken cancellationToken) => Table.UpsertEntityAsync(
        new TableEntity(table, year.ToString()) { [Note] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NoteBytes)) },
        TableUpdateMode.Replace,
        cancellationToken);

    /// <summary>The list of a table's year, read anew when a row changed since it was read; otherwise the same array. There is one list for each type
    /// of its rows.</summary>
    public async Task<ImmutableArray<T>> ReadAsync<T>(
        string table, FiscalYear year, Func<CancellationToken, ValueTask<List<T>>> read, CancellationToken cancellationToken)
    {
        var found = await Table.FindAsync(table, year.ToString(), cancellationToken);
        var note = found.HasValue ? found.Value!.GetString(Note) : null;
        var now = clock.GetUtcNow();
        if (lists.TryGetValue((table, year, typeof(T)), out var kept) && kept.Note == note && now - kept.ReadAt < Longest)
        {
            return (ImmutableArray<T>)kept.List;
        }

        ImmutableArray<T> list = [.. await read(cancellationToken)];
        lists[(table, year, typeof(T))] = new(note, now, list);
        return list;
    }

    /// <param name="Note">Null when no change was noted yet.</param>
    private sealed record Kept(string? Note, DateTimeOffset ReadAt, object List);
}
