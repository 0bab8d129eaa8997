using Ita.Reports.Memos;

namespace Ita.App.Reports;

/// <summary>The lines of memos and letters that officers filled in: table LetterHeads, one partition per year and
/// agency, one row per report kind.</summary>
public sealed class LetterHeadTable(OpenStorage storage)
{
    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.LetterHeads);

    /// <summary>Null when nothing was filled in.</summary>
    public async Task<LetterHead?> FindAsync(FiscalYear year, string agency, string kind, CancellationToken cancellationToken)
    {
        var row = await Table.FindAsync(PartitionOf(year, agency), kind, cancellationToken);
        return row.HasValue ? StoredJson.Read<LetterHead>(row.Value!.GetString("json")!) : null;
    }

    public Task WriteAsync(
        FiscalYear year, string agency, string kind, LetterHead head, CancellationToken cancellationToken) => Table.UpsertEntityAsync(
        new TableEntity(PartitionOf(year, agency), kind) { ["json"] = StoredJson.Write(head) }, TableUpdateMode.Replace, cancellationToken);

    private static string PartitionOf(FiscalYear year, string agency) => TableKey.Escape($"{year}+{agency}");
}
