namespace Ita.App.Settings;

/// <summary>The settings of agencies for their documents: table Settings, partition year, row agency.</summary>
public sealed class SettingsTable(OpenStorage storage)
{
    private const int Attempts = 5;
    private const string Json = "json";

    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.Settings);

    /// <summary>Blank when nothing was set.</summary>
    public async Task<ReportSettings> FindAsync(FiscalYear year, string agency, CancellationToken cancellationToken) =>
        Settings(await ReadAsync(year, agency, cancellationToken));

    public Task WriteAsync(FiscalYear year, string agency, ReportSettings settings, CancellationToken cancellationToken) =>
        Table.UpsertEntityAsync(RowOf(year, agency, settings), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Replaces the settings that <paramref name="newer"/> has, and keeps the others. A second call with the same settings changes
    /// nothing.</summary>
    public async Task UpdateAsync(FiscalYear year, string agency, ReportSettings newer, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = await ReadAsync(year, agency, cancellationToken);
            var row = RowOf(year, agency, Settings(before).Updated(newer));
            try
            {
                await (before is null
                    ? Table.AddEntityAsync(row, cancellationToken)
                    : Table.UpdateEntityAsync(row, before.ETag, TableUpdateMode.Replace, cancellationToken));
                return;
            }
            catch (RequestFailedException raced) when (raced.Status is 409 or 412 && attempt < Attempts)
            {
                // Another request changed the row meanwhile; it is read again.
            }
        }
    }

    private async Task<TableEntity?> ReadAsync(FiscalYear year, string agency, CancellationToken cancellationToken)
    {
        var row = await Table.FindAsync(year.ToString(), TableKey.Escape(agency), cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    private static ReportSettings Settings(TableEntity? row) =>
        row is null ? ReportSettings.Blank : StoredJson.Read<ReportSettings>(row.GetString(Json)!);

    private static TableEntity RowOf(FiscalYear year, string agency, ReportSettings settings) =>
        new(year.ToString(), TableKey.Escape(agency)) { [Json] = StoredJson.Write(settings) };
}
