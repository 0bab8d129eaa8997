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
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var before = await ReadAsync(year, agency, cancellationToken);
            if (await Table.TryReplaceAsync(RowOf(year, agency, Settings(before).Updated(newer)), before, cancellationToken))
            {
                return;
            }
        }

        throw new IOException($"The settings of {agency} were changed {Attempts} times at once.");
    }

    /// <summary>Replaces settings that a form has shown.</summary>
    /// <param name="tag">The <see cref="FormTag"/> of the settings that the form has shown.</param>
    /// <returns>False when they were changed since then; nothing is written.</returns>
    public async Task<bool> TryReplaceAsync(
        FiscalYear year, string agency, string tag, ReportSettings settings, CancellationToken cancellationToken)
    {
        var before = await ReadAsync(year, agency, cancellationToken);
        return FormTag.Of(Settings(before)) == tag && await Table.TryReplaceAsync(RowOf(year, agency, settings), before, cancellationToken);
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
