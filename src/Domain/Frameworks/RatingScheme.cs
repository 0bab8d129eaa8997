namespace Ita.Domain.Frameworks;

/// <summary>The ratings of a year, best first; a result has the first band whose conditions it meets.</summary>
/// <param name="Target">The score every body is meant to reach.</param>
public sealed record RatingScheme(string Code, ImmutableArray<RatingBand> Bands, Sourced<decimal> Target);

/// <param name="TotalAtLeast">Least shown total, 0 to 100.</param>
/// <param name="EveryInstrumentAtLeast">Least shown score of each instrument (of each part where it has parts); null when not asked.</param>
/// <param name="Passes">Whether the body has reached the target.</param>
public sealed record RatingBand(
    string Name, Sourced<decimal> TotalAtLeast, Sourced<decimal>? EveryInstrumentAtLeast, bool Passes);
