namespace Ita.Domain.Analysis;

/// <summary>A score with its sampling variance.</summary>
/// <param name="Score">Unrounded, 0 to 100.</param>
/// <param name="Variance">Upper bound of the variance, in square points; 0 for a checklist, which has no respondents.</param>
/// <remarks>
/// A result stores only the mean m of the answers. A variable between 0 and 100 with mean m has a variance of at most m(100 - m), reached
/// when all answers are 0 or 100. The same holds for one respondent's mean over several items, so the bound applies to items, indicators
/// and instruments. The mean of a sample of n out of N then has a variance of at most m(100 - m)/n x (N - n)/(N - 1); when N is not known,
/// the last factor is omitted. All intervals are therefore wider than necessary: a change reported as real is real, and one reported as
/// noise may still be real.
/// </remarks>
public readonly record struct Sampled(decimal Score, decimal Variance)
{
    /// <summary>Two-sided 95 % quantile of the normal distribution.</summary>
    private const decimal NinetyFivePercent = 1.96m;

    /// <summary>Half the width of the 95 % interval, in points.</summary>
    public decimal Margin => NinetyFivePercent * SquareRoot(Variance);

    /// <summary>The 95 % interval, limited to 0-100.</summary>
    public Interval Interval => new Interval(Score - Margin, Score + Margin).Intersect(Domain.Interval.Unknown);

    public static Sampled Exactly(decimal score) => new(score, 0);

    /// <param name="n">Respondents, at least 1.</param>
    /// <param name="population">Size of the population; null when not known.</param>
    public static Sampled Mean(decimal score, int n, int? population)
    {
        var most = score * (100 - score) / n;
        return new(score, population is { } all && all > 1 ? most * Math.Max(0, all - n) / (all - 1) : most);
    }

    /// <summary>Null when a survey's number of respondents is not known.</summary>
    /// <param name="asked">Code of the instrument or part that was surveyed.</param>
    public static Sampled? Create(decimal score, Framework framework, Instrument instrument, string asked, int? respondents, Agency agency)
    {
        if (instrument.Answers == AnswerKind.Checklist)
        {
            return Exactly(score);
        }

        return respondents is { } n && n > 0 ? Mean(score, n, SampleSize.PopulationFor(framework, asked, agency)) : null;
    }

    /// <summary>The change from an earlier, independent score.</summary>
    public Sampled ChangeFrom(Sampled earlier) => new(Score - earlier.Score, Variance + earlier.Variance);

    // IEEE square roots are correctly rounded, so the result is the same on every machine.
    private static decimal SquareRoot(decimal value) => (decimal)Math.Sqrt((double)value);
}
