using Ita.Reports.Memos;

namespace Ita.App.Reports;

/// <summary>The lines of memos and letters that officers filled in: table LetterHeads, one partition per year and
/// agency, one row per report kind.</summary>
public sealed class LetterHeadTable(OpenStorage storage)
{
    private const string Json = "json";

    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.LetterHeads);

    /// <summary>Null when nothing was filled in.</summary>
    public async Task<LetterHead?> FindAsync(FiscalYear year, string agency, string kind, CancellationToken cancellationToken) =>
        Head(await ReadAsync(year, agency, kind, cancellationToken));

    public Task WriteAsync(FiscalYear year, string agency, string kind, LetterHead head, CancellationToken cancellationToken) =>
        Table.UpsertEntityAsync(RowOf(year, agency, kind, head), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Replaces lines that a form has shown.</summary>
    /// <param name="tag">The <see cref="FormTag"/> of the lines that the form has shown.</param>
    /// <returns>False when they were changed since then; nothing is written.</returns>
    public async Task<bool> TryReplaceAsync(
        FiscalYear year, string agency, string kind, string tag, LetterHead head, CancellationToken cancellationToken)
    {
        var before = await ReadAsync(year, agency, kind, cancellationToken);
        return FormTag.Of(Head(before) ?? LetterHead.Blank) == tag
            && await Table.TryReplaceAsync(RowOf(year, agency, kind, head), before, cancellationToken);
    }

    private async Task<TableEntity?> ReadAsync(FiscalYear year, string agency, string kind, CancellationToken cancellationToken)
    {
        var row = await Table.FindAsync(PartitionOf(year, agency), kind, cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    private static LetterHead? Head(TableEntity? row) => row is null ? null : StoredJson.Read<LetterHead>(row.GetString(Json)!);

    private static TableEntity RowOf(FiscalYear year, string agency, string kind, LetterHead head) =>
        new(PartitionOf(year, agency), kind) { [Json] = StoredJson.Write(head) };

    private static string PartitionOf(FiscalYear year, string agency) => TableKey.Escape($"{year}+{agency}");
}
