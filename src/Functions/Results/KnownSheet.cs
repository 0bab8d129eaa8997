using System.Collections.Immutable;
using Ita.Domain;
using Ita.Domain.Scoring;

namespace Ita.Functions.Results;

/// <summary>A stated figure with where and when we last heard it.</summary>
/// <param name="Source">Upload and line that first stated this value.</param>
/// <param name="At">When the latest upload that stated this value was received.</param>
public sealed record KnownScore(decimal Score, int? Respondents, string Source, DateTimeOffset At);

/// <param name="Rating">In the words of the file.</param>
public sealed record KnownRating(string Rating, string Source, DateTimeOffset At);

/// <summary>All figures of one agency and year from all uploads, the latest of each.</summary>
/// <remarks>
/// Merging in any order, and any number of times, gives the same sheet: the upload received last wins, not the one processed
/// last. An equal value keeps its first source, so stating it again changes nothing.
/// </remarks>
public sealed record KnownSheet(ImmutableSortedDictionary<ScoreKey, KnownScore> Scores, KnownRating? Rating)
{
    public static KnownSheet Empty { get; } = new(ImmutableSortedDictionary<ScoreKey, KnownScore>.Empty, null);

    /// <summary>This sheet with everything <paramref name="sheet"/> states.</summary>
    /// <param name="upload">Id of the upload the sheet was read from.</param>
    public KnownSheet With(ScoreSheet sheet, string upload, DateTimeOffset at)
    {
        var scores = Scores.ToBuilder();
        foreach (var (key, given) in sheet.Scores)
        {
            var heard = new KnownScore(given.Score, given.Respondents, $"{upload} {given.Source}", at);
            scores[key] = scores.TryGetValue(key, out var known) ? Later(known, heard) : heard;
        }

        var rating = sheet.PublishedRating is { } stated ? Later(Rating, new KnownRating(stated, upload, at)) : Rating;
        return new(scores.ToImmutable(), rating);
    }

    public ScoreSheet ToSheet(FiscalYear year, string agency) => new(
        year,
        agency,
        Scores.ToImmutableSortedDictionary(pair => pair.Key, pair => new GivenScore(pair.Value.Score, pair.Value.Respondents, pair.Value.Source)),
        Rating?.Rating);

    private static KnownScore Later(KnownScore known, KnownScore heard)
    {
        // 85 and 85.00 print differently and stand for the same range, so they are one value.
        if (known.Score == heard.Score && known.Respondents == heard.Respondents)
        {
            return heard.At > known.At ? known with { At = heard.At } : known;
        }

        return heard.At >= known.At ? heard : known;
    }

    private static KnownRating Later(KnownRating? known, KnownRating heard)
    {
        if (known is null || known.Rating != heard.Rating)
        {
            return known is null || heard.At >= known.At ? heard : known;
        }

        return heard.At > known.At ? known with { At = heard.At } : known;
    }
}
