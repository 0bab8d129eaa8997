using System.Collections.Immutable;
using Ita.App.Storage;
using Ita.Domain;
using Ita.Domain.Scoring;

namespace Ita.App.Results;

/// <summary>A figure as the latest upload that states it has it.</summary>
/// <param name="Source">That upload and the line.</param>
/// <param name="At">When that upload was received.</param>
/// <param name="Label">What the file calls it, where it says so: a name that may contradict the code.</param>
public sealed record KnownScore(decimal Score, int? Respondents, string Source, DateTimeOffset At, string? Label = null);

/// <param name="Rating">In the words of the file.</param>
public sealed record KnownRating(string Rating, string Source, DateTimeOffset At);

/// <summary>All figures of one agency and year from all uploads, the latest of each.</summary>
/// <remarks>
/// Merging in any order, and any number of times, gives the same sheet: the upload received last wins, not the one processed
/// last, and of two received in one moment the one with the greater id. Only that keeps the order out. Keeping the first source
/// of an equal value does not: processed late, the upload in between would be remembered or not.
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
            var heard = new KnownScore(
                Plain(given.Score), given.Respondents, $"{upload} {given.Source}", at, sheet.LabelOf(key));
            if (!scores.TryGetValue(key, out var known) || IsLater(at, heard.Source, known.At, known.Source))
            {
                scores[key] = heard;
            }
        }

        var isRated = sheet.PublishedRating is not null && (Rating is null || IsLater(at, upload, Rating.At, Rating.Source));
        return new(scores.ToImmutable(), isRated ? new KnownRating(sheet.PublishedRating!, upload, at) : Rating);
    }

    /// <summary>What uploads state, without what was made of our own sheets.</summary>
    public KnownSheet Stated() => this with { Scores = Scores.RemoveRange(Scores.Where(pair => OwnSheets.IsSource(pair.Value.Source)).Select(pair => pair.Key)) };

    public ScoreSheet ToSheet(FiscalYear year, string agency) => new(
        year,
        agency,
        new([.. Scores.Keys], [.. Scores.Values.Select(known => new GivenScore(known.Score, known.Respondents, ScoreSource.Of(known.Source)))]),
        Rating?.Rating,
        Scores.Any(pair => pair.Value.Label is not null)
            ? Scores.Where(pair => pair.Value.Label is not null).ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.Label!)
            : null);

    // 85 and 85.00 stand for the same range (Interval.OfPrinted), so they are one value and must not look like two.
    private static decimal Plain(decimal score) => score + 0.00m;

    private static bool IsLater(DateTimeOffset at, string source, DateTimeOffset thanAt, string thanSource) =>
        at > thanAt || (at == thanAt && string.CompareOrdinal(source, thanSource) > 0);
}
