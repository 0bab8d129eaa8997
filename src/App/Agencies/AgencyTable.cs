using System.Runtime.CompilerServices;
using Ita.Domain.Naming;

namespace Ita.App.Agencies;

/// <summary>The registry of agencies: table Agencies, one partition per year, one row per agency code.</summary>
public sealed class AgencyTable(OpenStorage storage, YearLists lists)
{
    private const int PageSize = 1_000;

    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.Agencies);

    public async Task<Agency?> FindAsync(FiscalYear year, string code, CancellationToken cancellationToken) =>
        (await FindAsync(year, [code], cancellationToken)).GetValueOrDefault(code);

    /// <summary>The name of an agency; its code when it has none.</summary>
    public async Task<string> TitleAsync(FiscalYear year, string code, CancellationToken cancellationToken) =>
        (await FindAsync(year, code, cancellationToken))?.Title ?? code;

    public async Task<Dictionary<string, Agency>> FindAsync(
        FiscalYear year, IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        var rows = await Table.FindManyAsync(year.ToString(), [.. codes.Select(TableKey.Escape)], cancellationToken);
        return rows.Values.Select(Read).ToDictionary(agency => agency.Code);
    }

    /// <summary>The changes of head counts that the agency made itself, oldest first.</summary>
    public async Task<ImmutableArray<HeadCountChange>> FindHeadCountChangesAsync(FiscalYear year, string code, CancellationToken cancellationToken)
    {
        var row = await Table.FindAsync(year.ToString(), TableKey.Escape(code), cancellationToken);
        return row.HasValue ? HeadCounts.Read(row.Value!) : [];
    }

    /// <summary>The first agencies of a year after a key, in key order.</summary>
    public async Task<IReadOnlyDictionary<string, Agency>> AfterAsync(
        FiscalYear year, string after, int count, CancellationToken cancellationToken) =>
        (await Table.AfterAsync(year.ToString(), after, count, null, cancellationToken))
            .ToDictionary(row => row.RowKey, Read, StringComparer.Ordinal);

    /// <summary>All agencies of a year, in key order; kept in memory until one of them changes.</summary>
    public Task<ImmutableArray<Agency>> AllAsync(FiscalYear year, CancellationToken cancellationToken) =>
        lists.ReadAsync(StorageNames.Tables.Agencies, year, stop => ReadAllAsync(year, stop).ToListAsync(stop), cancellationToken);

    /// <summary>The agencies with these keys that are registered, by key.</summary>
    public async Task<IReadOnlyDictionary<string, Agency>> FindByKeysAsync(
        FiscalYear year, IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        (await Table.FindManyAsync(year.ToString(), keys, cancellationToken))
            .ToDictionary(pair => pair.Key, pair => Read(pair.Value), StringComparer.Ordinal);

    /// <summary>Merges what each agency states. Values that it leaves out, or that were stated later, are
    /// kept.</summary>
    /// <param name="agencies">At most 100 agencies of one year, each code once.</param>
    /// <param name="stated">When the values were stated, see <see cref="Stated"/>.</param>
    /// <param name="ownOn">The day in Thailand when an agency states its own values, so that changes of its head counts are noted; null when
    /// an office for all agencies states them.</param>
    public async Task MergeAsync(IReadOnlyCollection<Agency> agencies, string stated, DateOnly? ownOn, CancellationToken cancellationToken)
    {
        if (agencies.Count == 0)
        {
            return;
        }

        var fiscalYear = agencies.First().Year;
        var year = fiscalYear.ToString();
        bool isWritten;
        do
        {
            var known = await Table.FindManyAsync(year, [.. agencies.Select(agency => TableKey.Escape(agency.Code))], cancellationToken);
            isWritten = await Table.TrySubmitAsync(
                agencies.Select(agency => Merged(known.GetValueOrDefault(TableKey.Escape(agency.Code)), agency, stated, ownOn)), cancellationToken);
        }
        while (!isWritten);
        await lists.NoteChangeAsync(StorageNames.Tables.Agencies, fiscalYear, cancellationToken);
    }

    private async IAsyncEnumerable<Agency> ReadAllAsync(FiscalYear year, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = "";
        IReadOnlyDictionary<string, Agency> page;
        do
        {
            page = await AfterAsync(year, after, PageSize, cancellationToken);
            foreach (var (key, agency) in page.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                yield return agency;
                after = key;
            }
        }
        while (page.Count == PageSize);
    }

    private static TableTransactionAction Merged(TableEntity? known, Agency agency, string stated, DateOnly? ownOn)
    {
        var before = HeadCounts.Of(known);
        var row = known ?? new TableEntity(agency.Year.ToString(), TableKey.Escape(agency.Code));
        var latest = known?.GetString(Stated.Column) is { } json
            ? StoredJson.Read<SortedDictionary<string, string>>(json)
            : new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in FieldsOf(agency).Where(
            field => field.Value is not null && Stated.Counts(stated, latest.GetValueOrDefault(field.Name))))
        {
            (row[name], latest[name]) = (value, stated);
        }

        if (ownOn is { } day)
        {
            HeadCounts.Note(row, before, day);
        }

        row[Stated.Column] = StoredJson.Write(latest);
        return EntityTable.AddOrReplace(row, known?.ETag);
    }

    private static (string Name, object? Value)[] FieldsOf(Agency agency) =>
    [
        ("name", agency.Name),
        ("type", agency.Type),
        ("province", agency.Province),
        ("district", agency.District),
        ("internalStaff", agency.InternalStaff),
        ("externalStakeholders", agency.ExternalStakeholders),
        ("registered", agency.Registered),
        ("contactEmail", agency.ContactEmail),
        ("reminders", agency.Reminders),
    ];

    private static Agency Read(TableEntity row) => new(
        FiscalYear.FromBuddhistEra(int.Parse(row.PartitionKey, CultureInfo.InvariantCulture)),
        TableKey.Unescape(row.RowKey),
        row.GetString("name"),
        OfficialNames.AgencyTypes.Normalize(row.GetString("type")),
        OfficialNames.Provinces.Normalize(row.GetString("province")),
        row.GetString("district"),
        row.GetInt32("internalStaff"),
        row.GetInt32("externalStakeholders"),
        row.GetBoolean("registered"))
    {
        ContactEmail = row.GetString("contactEmail"),
        Reminders = row.GetBoolean("reminders"),
    };
}
