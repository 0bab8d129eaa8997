namespace Ita.Domain.Frameworks;

public enum Population
{
    /// <summary>Staff with at least a year of service.</summary>
    InternalStaff,

    /// <summary>People who used or contacted the body in the year.</summary>
    ExternalStakeholders,
}

/// <summary>How many must answer one instrument (or part) before it is processed.</summary>
/// <param name="Instrument">Instrument or part code.</param>
/// <param name="Share">Part of the base, 0 to 1: of the population, or of another instrument's minimum when <paramref name="OfMinimumOf"/>
/// names one.</param>
/// <param name="AtLeast">Floor; a population smaller than it must answer whole.</param>
/// <param name="AboveThis">A population above this needs <paramref name="AboveNeeds"/>; null where there is no such step.</param>
public sealed record SampleRule(
    string Instrument,
    Population Population,
    string? OfMinimumOf,
    Sourced<decimal> Share,
    Sourced<int> AtLeast,
    Sourced<int>? AboveThis,
    Sourced<int>? AboveNeeds);

/// <summary>What happens when an instrument may not be processed.</summary>
/// <param name="CountsAs">The score an unprocessed instrument enters the total with.</param>
/// <param name="Rules">The rules in words, for reports.</param>
public sealed record NonProcessing(Sourced<decimal> CountsAs, ImmutableArray<NonProcessingRule> Rules, Mark Mark, string Source);

/// <param name="Reason">The reason code that a node then carries: not-registered, below-minimum-sample, no-data.</param>
/// <param name="Instrument">The instrument or part it stops; null for the whole result.</param>
public sealed record NonProcessingRule(string Reason, string? Instrument, string Text);
