namespace Ita.Domain.Frameworks;

public enum Population
{
    /// <summary>Staff with at least a year of service.</summary>
    InternalStaff,

    /// <summary>People who used the agency's services or contacted it in the year.</summary>
    ExternalStakeholders,
}

/// <summary>The minimum number of respondents of an instrument or part.</summary>
/// <param name="Instrument">Instrument or part code.</param>
/// <param name="Share">0 to 1: share of the population, or of another instrument's minimum when <paramref name="OfMinimumOf"/> names one.</param>
/// <param name="AtLeast">Lower limit of the minimum; in a smaller population everyone must answer.</param>
/// <param name="AboveThis">In a population above this, <paramref name="AboveNeeds"/> respondents are enough; null when there is no such
/// step.</param>
public sealed record SampleRule(
    string Instrument,
    Population Population,
    string? OfMinimumOf,
    Sourced<decimal> Share,
    Sourced<int> AtLeast,
    Sourced<int>? AboveThis,
    Sourced<int>? AboveNeeds);

/// <summary>How instruments that are not processed are treated.</summary>
/// <param name="CountsAs">The score with which an unprocessed instrument counts in the total, 0 to 100.</param>
/// <param name="Rules">The rules as texts for reports.</param>
public sealed record NonProcessing(Sourced<decimal> CountsAs, ImmutableArray<NonProcessingRule> Rules, Mark Mark, string Source);

/// <param name="Reason">Reason code of the node: not-registered, below-minimum-sample or no-data.</param>
/// <param name="Instrument">The instrument or part that is not processed; null for the whole result.</param>
public sealed record NonProcessingRule(string Reason, string? Instrument, string Text);
