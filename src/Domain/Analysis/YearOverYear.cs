namespace Ita.Domain.Analysis;

/// <summary>One score in two years.</summary>
/// <param name="Code">In the later year: an item's code, IND and a number, an instrument's code, or TOTAL.</param>
/// <param name="CodeBefore">In the earlier year.</param>
/// <param name="Before">At two decimals; null when it had no score.</param>
/// <param name="After">At two decimals; null when it has no score.</param>
/// <param name="ScaleChanged">The answer scale changed, so part of the change may be due to the method.</param>
public sealed record YearChange(
    string Code, string CodeBefore, string Name, decimal? Before, decimal? After, ChangeTest Test, bool ScaleChanged = false)
{
    /// <summary>Difference in points, at two decimals; null when either year has no score.</summary>
    public decimal? Change => After - Before;

    public Direction? Direction => Change is { } change ? (Direction)(Math.Sign(change) + 1) : null;

    /// <summary>
    /// Whether the years ask other questions, or give other points for the answers, below this score. The change is then partly a change
    /// of the method, and <see cref="Test"/> does not say that the agency changed. Also true when it is not known what the years share.
    /// </summary>
    public bool FrameChanged { get; init; }
}

/// <summary>Comparison of two years of one agency.</summary>
/// <param name="Indicators">Indicators that both years have, by number.</param>
/// <param name="Items">Items that both years ask, in the order of the later year; empty without a crosswalk.</param>
/// <param name="OnlyBefore">Items of the earlier year without a partner; empty without a crosswalk.</param>
/// <param name="OnlyAfter">Items of the later year without a partner; empty without a crosswalk.</param>
/// <param name="ItemsComparable">Whether a crosswalk between the years is known.</param>
public sealed record YearOverYear(
    FiscalYear From,
    FiscalYear To,
    YearChange Total,
    ImmutableArray<YearChange> Instruments,
    ImmutableArray<YearChange> Indicators,
    ImmutableArray<YearChange> Items,
    ImmutableArray<Unpaired> OnlyBefore,
    ImmutableArray<Unpaired> OnlyAfter,
    bool ItemsComparable)
{
    /// <param name="before">The same agency's result of an earlier year.</param>
    /// <exception cref="ArgumentException">The results are of different agencies, or in the wrong order of years, which is a bug in the
    /// caller.</exception>
    public static YearOverYear Compare(AgencyResult before, Framework frameworkBefore, AgencyResult after, Framework frameworkAfter)
    {
        if (before.Agency.Code != after.Agency.Code || before.Year >= after.Year)
        {
            throw new ArgumentException($"{before.Agency.Code} {before.Year} does not come before {after.Agency.Code} {after.Year}.");
        }

        var rows = new YearRows(new(before, frameworkBefore), new(after, frameworkAfter));
        var crosswalk = frameworkAfter.CrosswalkFrom(before.Year);
        return new(
            before.Year,
            after.Year,
            rows.Total,
            rows.Instruments,
            rows.Indicators,
            crosswalk is null ? [] : rows.ItemsBy(crosswalk),
            crosswalk?.OnlyFrom ?? [],
            crosswalk?.OnlyTo ?? [],
            crosswalk is not null);
    }
}
