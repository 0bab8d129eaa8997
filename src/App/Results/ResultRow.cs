using Ita.Domain.Naming;
using Ita.Domain.Ranking;

namespace Ita.App.Results;

/// <summary>The columns of the current version that lists, rankings and conditions need, without reading its
/// blob.</summary>
/// <param name="Blob">The name of the blob with the whole tree.</param>
/// <param name="ContentHash">The SHA-256 of the result without version, time and the places its figures were read
/// from: equal when nothing changed.</param>
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
    string ContentHash,
    ImmutableArray<VersionEntry> History)
{
    /// <summary>The number of versions kept in the row; blobs of older ones are kept.</summary>
    private const int KeptVersions = 60;

    /// <summary>A table property holds 32 K characters; the rest is reserved for later publications.</summary>
    private const int MostLetters = 30_000;

    /// <summary>The property with the time when the current version was computed.</summary>
    public const string ComputedAtColumn = "computedAt";

    /// <summary>The property with the state of the current version.</summary>
    public const string StateColumn = "state";

    /// <summary>The property with the sampling variance of the total.</summary>
    public const string VarianceColumn = "variance";

    public ETag? ETag { get; init; }

    /// <summary>The sampling variance of the current version's total in square points; it is read by <see cref="ResultBrief"/>.</summary>
    public decimal? Variance { get; init; }

    /// <summary>Why there is no total; of no meaning when there is one.</summary>
    public WithoutTotal Without { get; init; } = WithoutTotal.NoData;

    /// <summary>The entry of a version; null when no version has this number.</summary>
    public VersionEntry? Entry(int version) => History.FirstOrDefault(entry => entry.Version == version);

    /// <summary>The newest published version; null when none is published.</summary>
    public int? Published => History.LastOrDefault(entry => entry.PublishedAt is not null)?.Version;

    /// <summary>This row without its drafts; valid only when a version is published.</summary>
    public ResultRow AsPublished()
    {
        ImmutableArray<VersionEntry> published = [.. History.Where(entry => entry.PublishedAt is not null)];
        var last = published[^1];
        return this with
        {
            Version = last.Version,
            State = last.State,
            Total = last.Total,
            Rating = last.Rating,
            Upload = last.Upload,
            ComputedAt = last.ComputedAt,
            Blob = last.Blob,
            History = published,
        };
    }

    /// <param name="before">The previous row; null for the first version.</param>
    public static ResultRow Of(StoredResult stored, string blob, string hash, ResultRow? before) => new(
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
        hash,
        Fitting([.. before?.History ?? [], VersionEntry.Of(stored, blob)]));

    // Removes the oldest entries that were never published; published versions stay readable for ever.
    private static ImmutableArray<VersionEntry> Fitting(ImmutableArray<VersionEntry> history)
    {
        while (history.Length > KeptVersions || StoredJson.Write(history).Length > MostLetters)
        {
            if (history.RemoveAt(history.Length - 1).FirstOrDefault(entry => entry.PublishedAt is null) is not { } oldest)
            {
                break;
            }

            history = history.Remove(oldest);
        }

        return history;
    }

    /// <summary>This row with its current version published; the version's blob is not changed.</summary>
    /// <param name="overruled">Why open appeals are not waited for; null when none is open.</param>
    public ResultRow PublishedNow(DateTimeOffset at, string by, string? reason, string? overruled = null) => this with
    {
        State = StoredResult.Published,
        History = [.. History.Select(entry => entry.Version == Version
            ? entry with { State = StoredResult.Published, PublishedAt = at, PublishedBy = by, PublishReason = reason, OverruleReason = overruled }
            : entry)],
    };

    /// <summary>The columns that publishing changes, to be merged into the row.</summary>
    public TableEntity StateEntity() => new(Year.ToString(), TableKey.Escape(Agency))
    {
        [StateColumn] = State,
        ["history"] = StoredJson.Write(History),
    };

    public TableEntity ToEntity(AgencyResult result)
    {
        var row = new TableEntity(Year.ToString(), TableKey.Escape(Agency))
        {
            ["name"] = Name,
            ["type"] = Type,
            ["province"] = Province,
            ["version"] = Version,
            [StateColumn] = State,
            ["total"] = Text(Total),
            ["rating"] = Rating,
            [VarianceColumn] = Variance?.ToString("0.000000", CultureInfo.InvariantCulture),
            ["upload"] = Upload,
            [ComputedAtColumn] = ComputedAt,
            ["blob"] = Blob,
            ["contentHash"] = ContentHash,
            ["history"] = StoredJson.Write(History),
        };
        TotalReason.Write(row, result.Total);
        row[ShownScores.Column] = ShownScores.Write(result);
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
        OfficialNames.AgencyTypes.Normalize(row.GetString("type")),
        OfficialNames.Provinces.Normalize(row.GetString("province")),
        row.GetInt32("version")!.Value,
        row.GetString(StateColumn)!,
        Number(row.GetString("total")),
        row.GetString("rating"),
        row.GetString("upload")!,
        row.GetDateTimeOffset(ComputedAtColumn)!.Value,
        row.GetString("blob")!,
        row.GetString("contentHash")!,
        StoredJson.Read<ImmutableArray<VersionEntry>>(row.GetString("history")!))
    {
        ETag = row.ETag,
        Without = TotalReason.Read(row),
    };

    /// <summary>The shown score of an instrument, part or indicator in a row of the table; null when there is
    /// none.</summary>
    public static decimal? Score(TableEntity row, ScoreKey key) => Number(row.GetString(key.Code));

    // Tables have no decimal type, and a double would not return 91.61 exactly.
    private static string? Text(decimal? score) => score?.ToString("0.00", CultureInfo.InvariantCulture);

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}

internal static class ReadableRows
{
    /// <summary>The row as the caller may see it: without drafts when only published versions may be read.</summary>
    public static ResultRow ReadableBy(this ResultRow row, HttpContext http) => http.SeesPublishedOnly() ? row.AsPublished() : row;
}
