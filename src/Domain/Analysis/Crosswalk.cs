namespace Ita.Domain.Analysis;

/// <summary>
/// Which item of one year asks the same as which item of the next, by topic and not by code: codes are numbered anew each year.
/// Read from <c>Analysis/Data/crosswalk-{from}-{to}.json</c>; <c>CrosswalkChecks</c> in the tests proves each file sound.
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
    /// <summary>The earlier year's code of an item; null when it has no partner.</summary>
    public string? Earlier(string code) => Pairs.FirstOrDefault(pair => pair.To == code)?.From;
}

/// <param name="From">Item code in the earlier year.</param>
/// <param name="To">Item code in the later year.</param>
/// <param name="Mark">How sure it is that both ask the same.</param>
public sealed record ItemPair(string From, string To, Mark Mark, string Source);

/// <param name="Note">Its topic, or what became of it.</param>
public sealed record Unpaired(string Code, string Note);
