using Ita.App.Agencies;
using Ita.App.Telemetry;
using Ita.Domain.Analysis;
using Ita.Domain.Assessment;

namespace Ita.App.Results;

/// <summary>Scores agencies from their stored figures and stores changed results. Repeating it writes the same rows
/// and blobs: an unchanged result keeps its version, and the bytes of a version depend on its inputs only.</summary>
public sealed class ResultScoring(
    AgencyTable agencies, ItemScoreTable items, ResultTable results, ResultBlobs blobs, Withholding withholding, KnownFrameworks frameworks)
{
    /// <summary>The number of blobs written at once; more are not faster with one account.</summary>
    private const int WritesAtOnce = 8;

    private const int Attempts = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Merges sheets into the known figures, scores, and stores new versions.</summary>
    /// <param name="sheets">At most 100 of one year, each agency once.</param>
    /// <param name="origin">The source of the sheets; its time decides which figure is the latest.</param>
    /// <returns>The number of agencies whose current version comes from this upload, including versions of an earlier,
    /// interrupted attempt.</returns>
    /// <remarks>When another step changes a row meanwhile, for example because a registry is scored again, all is read and computed again.</remarks>
    /// <exception cref="RequestFailedException">412 or 409: other steps changed a row each time; the message is delivered
    /// again.</exception>
    public Task<int> ScoreAsync(FiscalYear year, IReadOnlyList<ScoreSheet> sheets, Origin origin, CancellationToken cancellationToken) =>
        AgainWhenRacedAsync(() => ScoreOnceAsync(year, sheets, origin, cancellationToken), cancellationToken);

    private async Task<int> ScoreOnceAsync(
        FiscalYear year, IReadOnlyList<ScoreSheet> sheets, Origin origin, CancellationToken cancellationToken)
    {
        string[] codes = [.. sheets.Select(sheet => sheet.AgencyCode)];
        var known = await items.FindAsync(year, codes, cancellationToken);
        var merged = sheets
            .Select(sheet => (
                sheet.AgencyCode,
                Sheet: Known(known, sheet.AgencyCode).With(sheet, origin.Upload, origin.At),
                Read: ETagOf(known, sheet.AgencyCode)))
            .ToList();
        await items.WriteAsync(year, merged, cancellationToken);
        var (now, before) = await StoreAsync(year, merged.ToDictionary(one => one.AgencyCode, one => one.Sheet), origin, cancellationToken);
        return now + before;
    }

    /// <summary>Scores one agency again from stored data, for example after its registry entry changed.</summary>
    /// <returns>True when there is a new version; false when nothing changed or there are no figures.</returns>
    public Task<bool> ScoreAgainAsync(FiscalYear year, string agency, Origin origin, CancellationToken cancellationToken) =>
        AgainWhenRacedAsync(() => ScoreAgainOnceAsync(year, agency, origin, cancellationToken), cancellationToken);

    private async Task<bool> ScoreAgainOnceAsync(FiscalYear year, string agency, Origin origin, CancellationToken cancellationToken)
    {
        var known = await items.FindAsync(year, [agency], cancellationToken);
        return known.TryGetValue(agency, out var sheet)
            && await StoreAsync(year, new() { [agency] = sheet.Sheet }, origin, cancellationToken) is { Now: > 0 };
    }

    /// <summary>The results that <see cref="ScoreAsync"/> would store; nothing is stored.</summary>
    /// <param name="sheets">At most 100. An empty sheet means that the agency is only scored again; it is left out
    /// when it has no figures.</param>
    /// <param name="newer">The registry entries stated by the same file.</param>
    /// <param name="withCurrent">True to return the current results too.</param>
    public async Task<IReadOnlyList<ScorePreview>> PreviewAsync(
        FiscalYear year, IReadOnlyList<ScoreSheet> sheets, IReadOnlyCollection<Agency> newer,
        Origin origin, bool withCurrent, CancellationToken cancellationToken)
    {
        string[] codes = [.. sheets.Select(sheet => sheet.AgencyCode)];
        var known = await items.FindAsync(year, codes, cancellationToken);
        var current = await results.FindAsync(year, codes, cancellationToken);
        var merged = sheets
            .Where(sheet => sheet.Scores.Count > 0 || sheet.PublishedRating is not null || known.ContainsKey(sheet.AgencyCode))
            .ToDictionary(sheet => sheet.AgencyCode, sheet => Known(known, sheet.AgencyCode).With(sheet, origin.Upload, origin.At));
        var previews = new List<ScorePreview>();
        foreach (var result in await ComputeAsync(year, merged, newer, cancellationToken))
        {
            var row = current.GetValueOrDefault(result.Agency.Code);
            var stored = withCurrent && row is not null ? await blobs.ReadAsync(row.Blob, cancellationToken) : null;
            var hidden = await withholding.FindHiddenAsync(result, row, cancellationToken);
            previews.Add(new(
                stored?.Result, hidden is null ? result : ResultSuppression.Withhold(result, hidden), row?.ContentHash != ContentHash.Of(result)));
        }

        return previews;
    }

    private static async Task<T> AgainWhenRacedAsync<T>(Func<Task<T>> score, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await score();
            }
            catch (RequestFailedException raced) when (raced.Status is 409 or 412 && attempt < Attempts)
            {
                // The steps that race write one agency each, so they are soon through.
                await Task.Delay(Pause * attempt, cancellationToken);
            }
        }
    }

    private static KnownSheet Known(Dictionary<string, (KnownSheet Sheet, ETag ETag)> known, string agency) =>
        known.TryGetValue(agency, out var found) ? found.Sheet : KnownSheet.Empty;

    private static ETag? ETagOf(Dictionary<string, (KnownSheet Sheet, ETag ETag)> known, string agency) =>
        known.TryGetValue(agency, out var found) ? found.ETag : null;

    // Now: the new versions. Before: versions that an interrupted attempt of this upload stored.
    private async Task<(int Now, int Before)> StoreAsync(
        FiscalYear year, Dictionary<string, KnownSheet> sheets, Origin origin, CancellationToken cancellationToken)
    {
        var current = await results.FindAsync(year, sheets.Keys, cancellationToken);
        var changed = new List<NewVersion>();
        foreach (var result in await ComputeAsync(year, sheets, [], cancellationToken))
        {
            if (await VersionAsync(result, current.GetValueOrDefault(result.Agency.Code), origin, cancellationToken) is { } version)
            {
                changed.Add(version);
            }
        }

        await Parallel.ForEachAsync(
            changed,
            new ParallelOptions { MaxDegreeOfParallelism = WritesAtOnce, CancellationToken = cancellationToken },
            async (one, cancellationToken) => await blobs.WriteAsync(one.Row.Blob, one.Stored, cancellationToken));
        await results.WriteAsync(changed.Select(one => (one.Row, one.Stored.Suppressed().Result, one.Read)), cancellationToken);
        ItaTelemetry.Results.Add(changed.Count);
        var made = changed.Select(one => one.Row.Agency).ToHashSet(StringComparer.Ordinal);
        return (changed.Count, current.Values.Count(row => row.Upload == origin.Upload && !made.Contains(row.Agency)));
    }

    private async Task<IEnumerable<AgencyResult>> ComputeAsync(
        FiscalYear year, Dictionary<string, KnownSheet> sheets, IReadOnlyCollection<Agency> newer, CancellationToken cancellationToken)
    {
        var framework = frameworks.Current.Get(year);
        var registry = await agencies.FindAsync(year, sheets.Keys, cancellationToken);
        foreach (var agency in newer)
        {
            registry[agency.Code] = registry.TryGetValue(agency.Code, out var known) ? known.Updated(agency) : agency;
        }

        return sheets.Select(pair => AgencyScorer.Score(
            framework, pair.Value.ToSheet(year, pair.Key), registry.GetValueOrDefault(pair.Key) ?? new Agency(year, pair.Key)));
    }

    private async Task<NewVersion?> VersionAsync(AgencyResult result, ResultRow? current, Origin origin, CancellationToken cancellationToken)
    {
        var hash = ContentHash.Of(result);
        if (current?.ContentHash == hash)
        {
            return null;
        }

        var hidden = await withholding.FindHiddenAsync(result, current, cancellationToken);
        var stored = new StoredResult(
            (current?.Version ?? 0) + 1, StoredResult.Draft, origin.Upload, origin.At, origin.By, origin.Reason, result, hidden);
        var blob = ResultBlobs.NameOf(result.Year.BuddhistEra, result.Agency.Code, stored.Version, ContentHash.OfAll(stored));
        var shown = stored.Suppressed();
        var row = ResultRow.Of(shown, blob, hash, current) with
        {
            Variance = new SampledResult(shown.Result, frameworks.Current.Get(result)).Total?.Variance,
        };
        return new(stored, row, current?.ETag);
    }

    private sealed record NewVersion(StoredResult Stored, ResultRow Row, ETag? Read);
}

/// <summary>The result that scoring an agency would store.</summary>
/// <param name="Current">The current result, when it was requested and exists; otherwise null.</param>
/// <param name="IsChanged">True when it would be a new version.</param>
public sealed record ScorePreview(AgencyResult? Current, AgencyResult Result, bool IsChanged);
