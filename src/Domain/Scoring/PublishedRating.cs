using Ita.Domain.Texts;

namespace Ita.Domain.Scoring;

/// <summary>Compares the published rating with the one that follows from the scores.</summary>
internal static class PublishedRating
{
    // Words that precede the rating in documents: "ระดับ A" or "ผลการประเมิน ผ่านดี".
    private static readonly string[] Before = ["ระดับผลการประเมิน", "ผลการประเมินระดับ", "ผลการประเมิน", "ระดับคะแนน", "ระดับ", "เกรด", "rating", "grade"];

    /// <summary>The outcome; when the figures, within their rounding, allow several ratings, the published one decides.</summary>
    public static Checked<RatingOutcome> Check(ScoringContext context, RatingOutcome outcome, ScoreNode total)
    {
        // A dash in the column means that no rating was published.
        if (context.Sheet.PublishedRating is not { } published || PlainText.Normalize(published).Length == 0)
        {
            return Checked.Of(outcome);
        }

        var scheme = context.Framework.Rating;
        if (Band(scheme, published) is not { } band)
        {
            return Found(context, "rating-of-another-scheme", outcome, RatingRange.Find(scheme, total));
        }

        return outcome switch
        {
            RatingOutcome.Decided decided when decided.Band == band.Name => Checked.Of(outcome),
            RatingOutcome.Undecided open when open.Candidates.Contains(band.Name) =>
                total.Shown is null ? Checked.Of(outcome) : AsPublished(band, open.Candidates),
            _ => WithinRounding(context, outcome, band, RatingRange.Find(scheme, total)),
        };
    }

    // A published rating does not decide the rating of an agency without a total, and is reported only when the ranges exclude it.
    private static Checked<RatingOutcome> WithinRounding(
        ScoringContext context, RatingOutcome outcome, RatingBand band, ImmutableArray<string> possible)
    {
        if (outcome is RatingOutcome.NotRated && (possible.IsEmpty || possible.Contains(band.Name)))
        {
            return Checked.Of(outcome);
        }

        return possible.Contains(band.Name) ? AsPublished(band, possible) : Found(context, "rating-differs", outcome, possible);
    }

    private static Checked<RatingOutcome> AsPublished(RatingBand band, ImmutableArray<string> possible) => Checked.Of<RatingOutcome>(
        new RatingOutcome.Decided(
            band.Name, band.Passes, Reason.Of("rating-as-published", ("band", band.Name), ("bands", string.Join(" / ", possible))), null));

    private static Checked<RatingOutcome> Found(ScoringContext context, string code, RatingOutcome outcome, ImmutableArray<string> possible)
    {
        var names = possible.IsEmpty ? context.Framework.Rating.Bands.Select(band => band.Name) : possible;
        return Checked.Of(outcome, new Finding(
            code, Severity.Error, "RATING", outcome.BandName ?? string.Join(" / ", names), context.Sheet.PublishedRating!));
    }

    private static RatingBand? Band(RatingScheme scheme, string published)
    {
        var name = PlainText.WithoutStart(PlainText.Normalize(published), Before);
        return scheme.Bands.FirstOrDefault(band => PlainText.Normalize(band.Name) == name)
            ?? scheme.Bands.FirstOrDefault(band => PlainText.Normalize(band.Name) == WithoutRange(published));
    }

    // "A (85.00-94.99)": the range of scores follows the name.
    private static string WithoutRange(string published) =>
        PlainText.WithoutStart(PlainText.Normalize(published.Split('(')[0]), Before);
}
