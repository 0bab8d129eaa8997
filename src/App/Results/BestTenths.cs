using Ita.Domain.Naming;
using Ita.Domain.Ranking;
using Microsoft.Extensions.Caching.Memory;

namespace Ita.App.Results;

/// <summary>What the best tenth of each type of agencies reach in each score, from the published results of a year.</summary>
/// <remarks>Kept for ten minutes: they are made from every row of the year, and a target need not follow the last publication.</remarks>
public sealed class BestTenths(ResultTable results) : IDisposable
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);
    private static readonly ImmutableDictionary<ScoreKey, decimal> None = ImmutableDictionary<ScoreKey, decimal>.Empty;
    private static readonly string[] Columns =
        [nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey), "type", ResultRow.StateColumn, ShownScores.Column];

    private readonly MemoryCache years = new(new MemoryCacheOptions());

    public void Dispose() => years.Dispose();

    /// <summary>The figures for the agency's type; empty when its type is not known, or fewer than ten agencies of it are published.</summary>
    public async Task<ImmutableDictionary<ScoreKey, decimal>> FindAsync(AgencyResult result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(result);
        return OfficialNames.AgencyTypes.Normalize(result.Agency.Type) is { } type
            ? (await YearAsync(result.Year).WaitAsync(cancellationToken)).GetValueOrDefault(type, None)
            : None;
    }

    // One reading is for all callers that come meanwhile, so that none of them can cancel it. A reading that failed is not kept.
    private async Task<ImmutableDictionary<string, ImmutableDictionary<ScoreKey, decimal>>> YearAsync(FiscalYear year)
    {
        var reading = years.GetOrCreate(year, entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = KeptFor;
            return new Lazy<Task<ImmutableDictionary<string, ImmutableDictionary<ScoreKey, decimal>>>>(() => ReadAsync(year));
        })!;
        try
        {
            return await reading.Value;
        }
        catch
        {
            years.Remove(year);
            throw;
        }
    }

    private async Task<ImmutableDictionary<string, ImmutableDictionary<ScoreKey, decimal>>> ReadAsync(FiscalYear year)
    {
        var scores = new Dictionary<string, Dictionary<ScoreKey, List<decimal>>>(StringComparer.Ordinal);
        await foreach (var row in results.AllAsync(year, CancellationToken.None, Columns))
        {
            if (row.GetString(ResultRow.StateColumn) == StoredResult.Published
                && OfficialNames.AgencyTypes.Normalize(row.GetString("type")) is { } type)
            {
                Add(scores, type, row);
            }
        }

        return scores.ToImmutableDictionary(pair => pair.Key, pair => Figures(pair.Value), StringComparer.Ordinal);
    }

    private static void Add(Dictionary<string, Dictionary<ScoreKey, List<decimal>>> scores, string type, TableEntity row)
    {
        if (!scores.TryGetValue(type, out var ofType))
        {
            scores[type] = ofType = [];
        }

        foreach (var (key, score) in ShownScores.Read(row))
        {
            if (!ofType.TryGetValue(key, out var ofKey))
            {
                ofType[key] = ofKey = [];
            }

            ofKey.Add(score);
        }
    }

    private static ImmutableDictionary<ScoreKey, decimal> Figures(Dictionary<ScoreKey, List<decimal>> scores) => scores
        .Select(pair => (pair.Key, Reached: BestTenth.Find(pair.Value)))
        .Where(pair => pair.Reached is not null)
        .ToImmutableDictionary(pair => pair.Key, pair => pair.Reached!.Value);
}
