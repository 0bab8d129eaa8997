using Ita.Domain.Texts;

namespace Ita.Domain.Scoring;

/// <summary>The rating as published, held against the one that follows from the scores.</summary>
internal static class PublishedRating
{
    // What documents write before the rating: "ระดับ A" or "ผลการประเมิน ผ่านดี".
    private static readonly string[] Before = ["ระดับผลการประเมิน", "ผลการประเมินระดับ", "ผลการประเมิน", "ระดับคะแนน", "ระดับ", "เกรด", "rating", "grade"];

    /// <summary>The outcome, settled by the published rating where the figures, within their rounding, allow it among others.</summary>
    public static Checked<RatingOutcome> Check(
        ScoringContext context, RatingOutcome outcome, ScoreNode total, ImmutableArray<ScoreNode> instruments)
    {
        // A dash in the column says that there is none.
        if (context.Sheet.PublishedRating is not { } published || PlainText.Of(published).Length == 0)
        {
            return Checked.Of(outcome);
        }

        var scheme = context.Framework.Rating;
        if (Band(scheme, published) is not { } band)
        {
            return Found(context, "rating-of-another-scheme", outcome, RatingRange.Find(scheme, total, instruments));
        }

        return outcome switch
        {
            RatingOutcome.Decided decided when decided.Band == band.Name => Checked.Of(outcome),
            RatingOutcome.CannotBeTold open when open.Candidates.Contains(band.Name) => AsPublished(band, open.Candidates),
            _ => WithinRounding(context, outcome, band, RatingRange.Find(scheme, total, instruments)),
        };
    }

    // No figure but ranges: a rating that they allow is settled by nothing, and one of an agency without a result is not checked.
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
        var name = PlainText.WithoutStart(PlainText.Of(published), Before);
        return scheme.Bands.FirstOrDefault(band => PlainText.Of(band.Name) == name)
            ?? scheme.Bands.FirstOrDefault(band => PlainText.Of(band.Name) == WithoutRange(published));
    }

    // "A (85.00-94.99)" names the scores of the band behind it.
    private static string WithoutRange(string published) =>
        PlainText.WithoutStart(PlainText.Of(published.Split('(')[0]), Before);
}
