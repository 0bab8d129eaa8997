using System.Globalization;
using Azure;
using Ita.Domain;
using Ita.Domain.Scoring;
using Ita.Functions.Storage;
using Ita.Functions.Storage.Tables;

namespace Ita.Functions.Results;

/// <summary>The current version of a result in short: what lists, ranks and conditions need, without opening its blob.</summary>
/// <param name="Blob">Name of the blob that holds the whole tree.</param>
/// <param name="ContentHash">SHA-256 of the result without version, time and the places its figures were read at: equal when nothing changed.</param>
public sealed record ResultRow(
    FiscalYear Year,
    string Agency,
    string? Name,
    string? Type,
    string? Province,
    int Version,
    string State,
    decimal? Total,
    string? Rating,
    string Upload,
    DateTimeOffset ComputedAt,
    string Blob,
    string ContentHash)
{
    public ETag? ETag { get; init; }

    public static ResultRow Of(StoredResult stored, string blob, string hash) => new(
        stored.Result.Year,
        stored.Result.Agency.Code,
        stored.Result.Agency.Name,
        stored.Result.Agency.Type,
        stored.Result.Agency.Province,
        stored.Version,
        stored.State,
        stored.Result.Total.Shown,
        stored.Result.Rating.BandName,
        stored.Upload,
        stored.ComputedAt,
        blob,
        hash);

    public TableEntity ToEntity(AgencyResult result)
    {
        var row = new TableEntity(Year.ToString(), TableKey.Escape(Agency))
        {
            ["name"] = Name,
            ["type"] = Type,
            ["province"] = Province,
            ["version"] = Version,
            ["state"] = State,
            ["total"] = Text(Total),
            ["rating"] = Rating,
            ["upload"] = Upload,
            ["computedAt"] = ComputedAt,
            ["blob"] = Blob,
            ["contentHash"] = ContentHash,
        };
        foreach (var node in result.Instruments.SelectMany(instrument => instrument.Parts.Prepend(instrument)).Concat(result.Indicators))
        {
            row[node.Key.Code] = Text(node.Shown);
        }

        return row;
    }

    public static ResultRow Read(TableEntity row) => new(
        FiscalYear.FromBuddhistEra(int.Parse(row.PartitionKey, CultureInfo.InvariantCulture)),
        TableKey.Unescape(row.RowKey),
        row.GetString("name"),
        row.GetString("type"),
        row.GetString("province"),
        row.GetInt32("version")!.Value,
        row.GetString("state")!,
        Number(row.GetString("total")),
        row.GetString("rating"),
        row.GetString("upload")!,
        row.GetDateTimeOffset("computedAt")!.Value,
        row.GetString("blob")!,
        row.GetString("contentHash")!)
    {
        ETag = row.ETag,
    };

    // A table has no decimal; a double would not bring 91.61 back to the last digit.
    private static string? Text(decimal? score) => score?.ToString("0.00", CultureInfo.InvariantCulture);

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
