namespace Ita.Domain.Frameworks;

/// <summary>
/// Maps the items of one year to the items of the next that ask the same. Items are matched by topic, because codes are renumbered each year.
/// Part of the framework of the later year; for the built-in years read from <c>Frameworks/Crosswalks</c>.
/// </summary>
/// <param name="Pairs">One to one.</param>
/// <param name="OnlyFrom">Items of the earlier year without a partner.</param>
/// <param name="OnlyTo">Items of the later year without a partner.</param>
public sealed record Crosswalk(
    FiscalYear From,
    FiscalYear To,
    ImmutableArray<ItemPair> Pairs,
    ImmutableArray<Unpaired> OnlyFrom,
    ImmutableArray<Unpaired> OnlyTo)
{
    /// <summary>The code of an item in the earlier year; null when it has no partner.</summary>
    public string? Earlier(string code) => Pairs.FirstOrDefault(pair => pair.To == code)?.From;
}

/// <param name="From">Item code in the earlier year.</param>
/// <param name="To">Item code in the later year.</param>
/// <param name="Mark">How certain it is that both ask the same.</param>
public sealed record ItemPair(string From, string To, Mark Mark, string Source);

/// <param name="Note">Its topic, or why it has no partner.</param>
public sealed record Unpaired(string Code, string Note);
