using Ita.App.Surveys;
using Ita.Domain.Texts;

namespace Ita.App.Results;

/// <summary>Stated figures: table ItemScores, one partition per year, one row per agency with all its figures
/// packed.</summary>
/// <remarks>One row per agency instead of one per item: the 730,000 figures of the nation are 8,300 rows, written in
/// 83 transactions, and a sheet is read in one call (docs/decisions/0004).</remarks>
public sealed class ItemScoreTable(OpenStorage storage) : IStatedRespondents
{
    private const string Sheet = "sheet";

    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.ItemScores);

    public async Task<Dictionary<string, (KnownSheet Sheet, ETag ETag)>> FindAsync(
        FiscalYear year, IReadOnlyCollection<string> agencies, CancellationToken cancellationToken)
    {
        var rows = await Table.FindManyAsync(year.ToString(), [.. agencies.Select(TableKey.Escape)], cancellationToken);
        return rows.Values.ToDictionary(row => TableKey.Unescape(row.RowKey), row => (StoredJson.Read<KnownSheet>(row.GetString(Sheet)!), row.ETag));
    }

    public async Task<int> CountAsync(FiscalYear year, string agency, IEnumerable<ScoreKey> items, CancellationToken cancellationToken)
    {
        var known = await FindAsync(year, [agency], cancellationToken);
        return known.TryGetValue(agency, out var found) ? items.Max(item => found.Sheet.Scores.GetValueOrDefault(item)?.Respondents ?? 0) : 0;
    }

    /// <param name="sheets">At most 100, each with the ETag it was read with, or null when it is new.</param>
    /// <exception cref="RequestFailedException">412 or 409: another upload changed one of them since it was read;
    /// it is not written.</exception>
    public async Task WriteAsync(
        FiscalYear year, IEnumerable<(string Agency, KnownSheet Sheet, ETag? Read)> sheets, CancellationToken cancellationToken)
    {
        var actions = sheets.Select(one => EntityTable.AddOrReplace(
            new TableEntity(year.ToString(), TableKey.Escape(one.Agency)) { [Sheet] = Fitting(one.Sheet) }, one.Read));
        foreach (var transaction in actions.InTransactions())
        {
            await Table.SubmitTransactionAsync(transaction, cancellationToken);
        }
    }

    // A table property holds 32 K characters; only the labels can be longer than that, and they are shortened.
    private static string Fitting(KnownSheet sheet)
    {
        var json = StoredJson.Write(sheet);
        for (var longest = TextLimits.Label; json.Length > TextLimits.PropertyJson && longest > 0; longest /= 2)
        {
            json = StoredJson.Write(sheet.WithLabelsUpTo(longest / 2));
        }

        return json;
    }
}
