using Ita.App.Surveys;

namespace Ita.App.Results;

/// <summary>Decides which figures of a result are withheld, given every version that was shown before. Every stored version and every
/// preview passes through it; readers get the filtered version only (<see cref="ResultBlobs.ReadAsync"/>).</summary>
public sealed class Withholding(ResultTable results, ResultBlobs blobs) : IShownSheets
{
    /// <param name="current">The row with the versions before; null for the first version.</param>
    /// <returns>Null when no figure is made of answers.</returns>
    public async Task<ImmutableSortedSet<string>?> FindHiddenAsync(AgencyResult result, ResultRow? current, CancellationToken cancellationToken)
    {
        if (!AnswerFigures.HasAnswers(result))
        {
            return null;
        }

        var before = await ShownAsync(current, cancellationToken);
        return Disclosure.FindHidden(AnswerFigures.PeopleOfAnswers(result, withFiles: true), before.Select(one => one.Version));
    }

    /// <inheritdoc/>
    public async Task<bool> ShowsAloneAsync(ScoreSheet sheet, CancellationToken cancellationToken)
    {
        var row = await results.FindAsync(sheet.Year, sheet.AgencyCode, cancellationToken);
        var versions = (await ShownAsync(row, cancellationToken)).Where(Shows).ToList();
        return versions.Count > 0 && versions[^1].Number == row!.Version && versions.All(version => IsOf(version, sheet));

        bool Shows((int Number, ShownVersion Version) one) => sheet.Scores.Keys.Any(key => !one.Version.Hidden.Contains(key.ToString())
            && one.Version.Result.Total.SelfAndBelow().Any(node => node.Key == key && node.Score is not null));
    }

    private static bool IsOf((int Number, ShownVersion Version) one, ScoreSheet sheet)
    {
        var items = one.Version.Result.Total.SelfAndBelow().Where(node => node.Level == Level.Item)
            .ToLookup(node => node.Key, node => node.Respondents);
        return sheet.Scores.All(score => items[score.Key].Contains(score.Value.Respondents));
    }

    private async Task<List<(int Number, ShownVersion Version)>> ShownAsync(ResultRow? row, CancellationToken cancellationToken)
    {
        var versions = new List<(int, ShownVersion)>();
        foreach (var entry in row?.History ?? [])
        {
            var stored = await blobs.ReadWholeAsync(entry.Blob, cancellationToken);
            versions.Add((
                entry.Version, new(AnswerFigures.PeopleOfAnswers(stored.Result, withFiles: entry.PublishedAt is not null), stored.Hidden ?? [])));
        }

        return versions;
    }
}
