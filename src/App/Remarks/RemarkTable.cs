using Ita.Domain.Remarks;

namespace Ita.App.Remarks;

/// <summary>Remarks about agencies: table Remarks, one partition per year and agency, one row per instrument.</summary>
/// <remarks>Only masked texts are stored, and none of respondents who are fewer than five. The order of the file's rows is not stored
/// (docs/decisions/0060).</remarks>
public sealed class RemarkTable(OpenStorage storage)
{
    private const string Count = "count";
    private const string Json = "json";

    /// <summary>A property of a table has 32 K characters. The JSON of an instrument is at most ten times as long.</summary>
    private const int PartLength = 30_000;

    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.Remarks);

    /// <summary>Replaces the remarks of the instruments that a file mentions, unless later ones are stored; those of the others are kept. A
    /// second call with the same sets changes nothing.</summary>
    /// <param name="stated">When the file was received, see <see cref="Stated"/>.</param>
    public async Task ReplaceAsync(
        FiscalYear year, string agency, IEnumerable<RemarkSet> sets, string stated, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sets);
        foreach (var set in sets)
        {
            var row = Write(year, agency, set, stated);
            while (!await TryReplaceAsync(row, stated, cancellationToken))
            {
                // The row was changed concurrently; it is read again.
            }
        }
    }

    /// <summary>The sets of an agency, in no particular order; empty when it has none.</summary>
    public async Task<ImmutableArray<RemarkSet>> ListAsync(FiscalYear year, string agency, CancellationToken cancellationToken) =>
        [.. await Table.PartitionAsync(PartitionOf(year, agency), cancellationToken).Select(Read).ToListAsync(cancellationToken)];

    private async Task<bool> TryReplaceAsync(TableEntity row, string stated, CancellationToken cancellationToken)
    {
        var known = await Table.FindAsync(row.PartitionKey, row.RowKey, cancellationToken);
        return (known.HasValue && !Stated.Counts(stated, known.Value!.GetString(Stated.Column)))
            || await Table.TryReplaceAsync(row, known.HasValue ? known.Value : null, cancellationToken);
    }

    private static string PartitionOf(FiscalYear year, string agency) => TableKey.Escape($"{year}+{agency}");

    private static TableEntity Write(FiscalYear year, string agency, RemarkSet set, string stated)
    {
        var row = new TableEntity(PartitionOf(year, agency), TableKey.Escape(set.Instrument)) { [Count] = set.Count, [Stated.Column] = stated };
        var json = StoredJson.Write(set.Shown);
        for (var part = 0; part * PartLength < json.Length; part++)
        {
            row[NameOf(part)] = json.Substring(part * PartLength, Math.Min(PartLength, json.Length - (part * PartLength)));
        }

        return row;
    }

    private static RemarkSet Read(TableEntity row) => new(
        TableKey.Unescape(row.RowKey),
        row.GetInt32(Count)!.Value,
        StoredJson.Read<ImmutableArray<Remark>>(string.Concat(Parts(row))));

    private static IEnumerable<string?> Parts(TableEntity row) =>
        Enumerable.Range(0, row.Count).Select(NameOf).TakeWhile(row.ContainsKey).Select(row.GetString);

    private static string NameOf(int part) => string.Create(CultureInfo.InvariantCulture, $"{Json}{part:00}");
}
