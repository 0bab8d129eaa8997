namespace Ita.Domain.Frameworks;

/// <summary>The ratings of a year, best first; a result has the first band whose conditions it meets.</summary>
/// <param name="Target">The total that every agency should reach, 0 to 100.</param>
public sealed record RatingScheme(string Code, ImmutableArray<RatingBand> Bands, Sourced<decimal> Target);

/// <param name="TotalAtLeast">Lowest shown total, 0 to 100.</param>
/// <param name="EveryInstrumentAtLeast">Lowest shown score of every instrument (of every part when it has parts); null when not required.</param>
/// <param name="Passes">Whether agencies with this rating pass the assessment.</param>
public sealed record RatingBand(
    string Name, Sourced<decimal> TotalAtLeast, Sourced<decimal>? EveryInstrumentAtLeast, bool Passes);
