namespace Ita.App.Results;

/// <summary>A figure as stated by its latest upload.</summary>
/// <param name="Source">The upload and the line.</param>
/// <param name="At">When the upload was received.</param>
/// <param name="Label">The item's name in the file, which may contradict the code; null when the file states
/// none.</param>
public sealed record KnownScore(decimal Score, int? Respondents, string Source, DateTimeOffset At, string? Label = null);

/// <param name="Rating">As written in the file.</param>
public sealed record KnownRating(string Rating, string Source, DateTimeOffset At);

/// <summary>The latest stated figures of one agency and year from all uploads.</summary>
/// <remarks>Merging in any order, and any number of times, results in the same sheet: the upload received last wins,
/// not the one processed last, and of two received at the same instant the one with the greater id. Keeping the first
/// source of an equal value would depend on the order of processing.</remarks>
public sealed record KnownSheet(ImmutableSortedDictionary<ScoreKey, KnownScore> Scores, KnownRating? Rating)
{
    public static KnownSheet Empty { get; } = new(ImmutableSortedDictionary<ScoreKey, KnownScore>.Empty, null);

    /// <summary>This sheet merged with the figures of <paramref name="sheet"/>.</summary>
    /// <param name="upload">The id of the upload the sheet was read from.</param>
    /// <param name="at">When the upload was received.</param>
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

    /// <summary>This sheet with each label cut to a number of characters; without labels for 0.</summary>
    public KnownSheet WithLabelsUpTo(int longest) => this with
    {
        Scores = Scores.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value with
        {
            Label = longest == 0 || pair.Value.Label is null ? null : pair.Value.Label[..Math.Min(longest, pair.Value.Label.Length)],
        }),
    };

    /// <summary>The figures stated by uploads, without those computed from answers, of our own surveys or in files: sent again, those would be
    /// stated figures, which are never withheld.</summary>
    public KnownSheet Stated() => this with
    {
        Scores = Scores.RemoveRange(Scores.Where(pair => AnswerFigures.IsOfAnswers(pair.Value.Source)).Select(pair => pair.Key)),
    };

    public ScoreSheet ToSheet(FiscalYear year, string agency) => new(
        year,
        agency,
        new([.. Scores.Keys], [.. Scores.Values.Select(known => new GivenScore(known.Score, known.Respondents, ScoreSource.Of(known.Source)))]),
        Rating?.Rating,
        Scores.Any(pair => pair.Value.Label is not null)
            ? Scores.Where(pair => pair.Value.Label is not null).ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.Label!)
            : null);

    // 85 and 85.00 mean the same range (Interval.OfPrinted); one form for both, so that they compare as equal.
    private static decimal Plain(decimal score) => score + 0.00m;

    private static bool IsLater(DateTimeOffset at, string source, DateTimeOffset thanAt, string thanSource) =>
        at > thanAt || (at == thanAt && string.CompareOrdinal(source, thanSource) > 0);
}
