using Ita.App.Agencies;
using Ita.Domain.Assessment;

namespace Ita.App.Frameworks;

/// <summary>The result that an agency's stored scores would have under a framework.</summary>
/// <param name="FiscalYear">The year of the scores.</param>
/// <param name="Scores">The number of scores that were used.</param>
/// <param name="Dropped">The scores that the framework has no place for.</param>
/// <param name="Current">The total of the stored result; null when there is none.</param>
public sealed record FrameworkPreview(
    int FiscalYear, string Agency, decimal? Total, string? Rating, ImmutableSortedDictionary<string, decimal?> Instruments,
    int Scores, ImmutableArray<string> Dropped, decimal? Current, string? CurrentRating);

/// <summary>Scores one agency with a framework that is not stored yet.</summary>
internal sealed class FrameworkPreviews(KnownFrameworks frameworks, ItemScoreTable items, ResultTable results, AgencyTable agencies)
{
    /// <summary>Null when the agency has no scores in that year, or when the framework has no crosswalk from it.</summary>
    /// <param name="year">The framework's own year, or the year before, whose items are then mapped by the crosswalk.</param>
    public async Task<FrameworkPreview?> FindAsync(Framework framework, int year, string agency, CancellationToken cancellationToken)
    {
        if (FiscalYear.TryFromBuddhistEra(year) is not { } known || frameworks.Current.Find(year) is not { } of
            || (known != framework.Year && framework.CrosswalkFrom(known) is null))
        {
            return null;
        }

        var stored = await items.FindAsync(known, [agency], cancellationToken);
        if (!stored.TryGetValue(agency, out var found))
        {
            return null;
        }

        var moved = found.Sheet.ToSheet(known, agency).Scores
            .Select(pair => (Old: pair.Key, New: Moved(framework, of, pair.Key), pair.Value)).ToList();
        var kept = moved.Where(one => one.New is not null).ToList();
        var registered = await agencies.FindAsync(known, agency, cancellationToken) ?? new Agency(known, agency);
        var result = AgencyScorer.Score(
            framework,
            ScoreSheet.Empty(framework.Year, agency) with
            {
                Scores = ScoreDictionary.Of(kept.Select(one => KeyValuePair.Create(one.New!.Value, one.Value))),
            },
            registered with { Year = framework.Year });
        var row = await results.FindAsync(known, agency, cancellationToken);
        return new(
            year, agency, result.Total.Shown, result.Rating.BandName,
            result.Instruments.ToImmutableSortedDictionary(node => node.Key.Code, node => node.Shown),
            kept.Count, [.. moved.Where(one => one.New is null).Select(one => one.Old.ToString())], row?.Total, row?.Rating);
    }

    // Indicators keep their numbers; a published total or instrument of another year says nothing about this framework.
    private static ScoreKey? Moved(Framework framework, Framework of, ScoreKey key)
    {
        if (of.Items.FirstOrDefault(item => item.Code == key.Code) is { } item)
        {
            var code = framework.Year == of.Year
                ? item.Code
                : framework.Crosswalk!.Pairs.FirstOrDefault(pair => pair.From == item.Code)?.To;
            return framework.Items.Any(one => one.Code == code) ? key with { Code = code! } : null;
        }

        var isIndicator = framework.Indicators.Any(one => ScoreKey.Indicator(one.Number).Code == key.Code);
        return isIndicator || (framework.Year == of.Year && IsKnown(framework, key)) ? key : null;
    }

    private static bool IsKnown(Framework framework, ScoreKey key) => key == ScoreKey.Total
        || framework.SubIndicators.Any(sub => sub.Code == key.Code)
        || framework.Instruments.Any(one => one.Code == key.Code || one.Parts.Any(part => part.Code == key.Code));
}
