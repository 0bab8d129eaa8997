using System.Collections.Immutable;
using Ita.Domain.Frameworks;

namespace Ita.Domain.Scoring;

/// <summary>The rating as published, held against the one that follows from the scores.</summary>
internal static class PublishedRating
{
    /// <summary>The outcome, settled by the published rating where the figures, within their rounding, allow it among others.</summary>
    public static RatingOutcome Checked(
        ScoringContext context, RatingOutcome outcome, ScoreNode total, ImmutableArray<ScoreNode> instruments)
    {
        if (context.Sheet.PublishedRating is not { } published)
        {
            return outcome;
        }

        if (Band(context.Framework.Rating, published) is not { } band)
        {
            context.Findings.Add(new("rating-of-another-scheme", Severity.Error, "RATING", outcome.BandName, published));
            return outcome;
        }

        return outcome switch
        {
            RatingOutcome.NotRated => outcome,
            RatingOutcome.Decided decided when decided.Band == band.Name => outcome,
            RatingOutcome.CannotBeTold open when open.Candidates.Contains(band.Name) => AsPublished(band, open.Candidates),
            _ => WithinRounding(context, outcome, band, RatingRange.Of(context.Framework.Rating, total, instruments)),
        };
    }

    private static RatingOutcome WithinRounding(ScoringContext context, RatingOutcome outcome, RatingBand band, ImmutableArray<string> possible) =>
        possible.Contains(band.Name)
            ? AsPublished(band, possible)
            : Differing(context, outcome, outcome.BandName ?? string.Join(" / ", possible), context.Sheet.PublishedRating!);

    private static RatingOutcome.Decided AsPublished(RatingBand band, ImmutableArray<string> possible) =>
        new(band.Name, band.Passes, Reason.Of("rating-as-published", ("band", band.Name), ("bands", string.Join(" / ", possible))), null);

    private static RatingOutcome Differing(ScoringContext context, RatingOutcome outcome, string expected, string published)
    {
        context.Findings.Add(new("rating-differs", Severity.Error, "RATING", expected, published));
        return outcome;
    }

    // Documents write "ระดับ A", "A" or "ผ่านดี " for the same thing.
    private static RatingBand? Band(RatingScheme scheme, string published) =>
        scheme.Bands.FirstOrDefault(band => string.Equals(band.Name, Bare(published), StringComparison.OrdinalIgnoreCase));

    private static string Bare(string published)
    {
        const string Word = "ระดับ";
        var text = string.Concat(published.Where(letter => !char.IsWhiteSpace(letter)));
        return text.StartsWith(Word, StringComparison.Ordinal) ? text[Word.Length..] : text;
    }
}
