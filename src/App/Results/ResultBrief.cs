using Ita.Domain.Naming;
using Ita.Domain.Ranking;

namespace Ita.App.Results;

/// <summary>The columns of a current result that lists and rankings need, so that those of the nation fit into a few
/// megabytes.</summary>
/// <param name="Total">As shown; null when there is none.</param>
public sealed record ResultBrief(string Agency, string? Name, string? Type, string? Province, int Version, decimal? Total, string? Rating)
{
    /// <summary>When the row was written.</summary>
    public DateTimeOffset? WrittenAt { get; init; }

    /// <summary>Whether the current version is published.</summary>
    public bool IsPublished { get; init; }

    /// <summary>The sampling variance of the total in square points; null when it is not known or was not stored yet.</summary>
    public decimal? Variance { get; init; }

    /// <summary>Why there is no total; of no meaning when there is one.</summary>
    public WithoutTotal Without { get; init; } = WithoutTotal.NoData;

    /// <summary>The columns it is read from.</summary>
    internal static IReadOnlyCollection<string> Columns { get; } =
    [
        nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey), nameof(TableEntity.Timestamp), "name", "type", "province", "version",
        "total", "rating", ResultRow.VarianceColumn, ResultRow.StateColumn,
        .. TotalReason.Columns,
    ];

    internal static ResultBrief Read(TableEntity row) => new(
        TableKey.Unescape(row.RowKey),
        row.GetString("name"),
        OfficialNames.AgencyTypes.Normalize(row.GetString("type")),
        OfficialNames.Provinces.Normalize(row.GetString("province")),
        row.GetInt32("version")!.Value,
        Number(row, "total"),
        row.GetString("rating"))
    {
        WrittenAt = row.Timestamp,
        IsPublished = row.GetString(ResultRow.StateColumn) == StoredResult.Published,
        Without = TotalReason.Read(row),
        Variance = Number(row, ResultRow.VarianceColumn),
    };

    private static decimal? Number(TableEntity row, string column) =>
        row.GetString(column) is { } number ? decimal.Parse(number, CultureInfo.InvariantCulture) : null;
}
