using System.Globalization;
using Ita.Domain;
using Ita.Functions.Storage;
using Ita.Functions.Storage.Tables;

namespace Ita.Functions.Agencies;

/// <summary>The registry: table Agencies, partition the year, row the agency's code.</summary>
public sealed class AgencyTable(OpenStorage storage)
{
    private TableClient Table => storage.Connection.Tables.GetTableClient(StorageNames.Tables.Agencies);

    public async Task<Agency?> FindAsync(FiscalYear year, string code, CancellationToken cancellationToken) =>
        (await FindAsync(year, [code], cancellationToken)).GetValueOrDefault(code);

    public async Task<Dictionary<string, Agency>> FindAsync(
        FiscalYear year, IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        var rows = await Table.FindManyAsync(year.ToString(), [.. codes.Select(TableKey.Escape)], cancellationToken);
        return rows.Values.Select(Read).ToDictionary(agency => agency.Code);
    }

    /// <summary>The first agencies of a year behind a key, by key.</summary>
    public async Task<IReadOnlyDictionary<string, Agency>> AfterAsync(FiscalYear year, string after, int count, CancellationToken cancellationToken) =>
        (await Table.AfterAsync(year.ToString(), after, count, null, cancellationToken)).ToDictionary(row => row.RowKey, Read, StringComparer.Ordinal);

    /// <summary>Those of the agencies that are registered, by key.</summary>
    public async Task<IReadOnlyDictionary<string, Agency>> FindByKeysAsync(
        FiscalYear year, IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        (await Table.FindManyAsync(year.ToString(), keys, cancellationToken)).ToDictionary(pair => pair.Key, pair => Read(pair.Value), StringComparer.Ordinal);

    /// <summary>Writes what each agency states; what it leaves out stays as it was.</summary>
    /// <param name="agencies">At most 100 of one year, each code once.</param>
    public Task MergeAsync(IEnumerable<Agency> agencies, CancellationToken cancellationToken)
    {
        var actions = agencies.Select(agency => new TableTransactionAction(TableTransactionActionType.UpsertMerge, Write(agency))).ToList();
        return actions.Count == 0 ? Task.CompletedTask : Table.SubmitTransactionAsync(actions, cancellationToken);
    }

    private static TableEntity Write(Agency agency)
    {
        var row = new TableEntity(agency.Year.ToString(), TableKey.Escape(agency.Code));
        Set(row, "name", agency.Name);
        Set(row, "type", agency.Type);
        Set(row, "province", agency.Province);
        Set(row, "district", agency.District);
        Set(row, "internalStaff", agency.InternalStaff);
        Set(row, "externalStakeholders", agency.ExternalStakeholders);
        Set(row, "registered", agency.Registered);
        return row;
    }

    private static void Set(TableEntity row, string name, object? value)
    {
        if (value is not null)
        {
            row[name] = value;
        }
    }

    private static Agency Read(TableEntity row) => new(
        FiscalYear.FromBuddhistEra(int.Parse(row.PartitionKey, CultureInfo.InvariantCulture)),
        TableKey.Unescape(row.RowKey),
        row.GetString("name"),
        row.GetString("type"),
        row.GetString("province"),
        row.GetString("district"),
        row.GetInt32("internalStaff"),
        row.GetInt32("externalStakeholders"),
        row.GetBoolean("registered"));
}
