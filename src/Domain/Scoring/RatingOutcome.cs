namespace Ita.Domain.Scoring;

/// <summary>One condition of the next better rating that is not met.</summary>
/// <param name="What">TOTAL, or the code of an instrument or part.</param>
/// <param name="Score">Its shown score; null when only its range is known or it is not processed.</param>
/// <param name="Needed">The lowest score that meets the condition.</param>
public sealed record Shortfall(string What, decimal? Score, decimal Needed)
{
    /// <summary>The range of the score, at two decimals, when only that is known; otherwise null.</summary>
    public Interval? Range { get; init; }

    /// <summary>Points missing, above zero; null when there is no score.</summary>
    public decimal? Points => Needed - Score;
}

/// <summary>The next better rating and the conditions of it that are not met.</summary>
public sealed record NextRating(string Band, ImmutableArray<Shortfall> Blocks);

/// <summary>The rating (ระดับผลการประเมิน), or why it is not decided.</summary>
public abstract record RatingOutcome(Reason Why)
{
    /// <param name="Band">The band's name in Thai, for example ผ่านดี or A.</param>
    /// <param name="Next">Null for the best rating.</param>
    public sealed record Decided(string Band, bool Passes, Reason Why, NextRating? Next) : RatingOutcome(Why);

    /// <summary>The figures allow more than one rating.</summary>
    /// <param name="Candidates">Best first.</param>
    public sealed record Undecided(ImmutableArray<string> Candidates, Reason Why) : RatingOutcome(Why);

    /// <summary>There is no total to rate, and no range of it that rules a rating out.</summary>
    public sealed record NotRated(Reason Why) : RatingOutcome(Why);

    /// <summary>The rating's name, or null when it is not decided.</summary>
    public string? BandName => (this as Decided)?.Band;
}
