using System.Globalization;

namespace Ita.Domain.Scoring;

/// <summary>A survey, or a part of one, that was processed although few of its population answered.</summary>
/// <param name="Population">Null when the agency has not stated it.</param>
/// <param name="Enough">See <see cref="SmallSamples.EnoughOf"/>.</param>
public sealed record SmallSample(ScoreKey Key, int Respondents, int? Population, int Enough)
{
    /// <summary>The note for readers of a document.</summary>
    public Reason Note => Population is { } population
        ? Reason.Of("small-sample", ("n", Text(Respondents)), ("population", Text(population)),
            ("percent", Rounding.ToShown(100m * Respondents / population).ToString(CultureInfo.InvariantCulture)), ("enough", Text(Enough)))
        : Reason.Of("small-sample-of-unknown", ("n", Text(Respondents)), ("enough", Text(Enough)));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>
/// Finds small samples. The minimum of the year decides whether a survey is processed; this rule decides only whether a document warns of
/// non-response, and changes no score.
/// </summary>
/// <remarks>ASSUMED. The formula of Yamane (1967), n = N / (1 + N e²), with e = 0.05, which Thai manuals of surveys use: so many respondents leave a
/// share uncertain by at most 5 points in 19 of 20 samples drawn at random. For a very large population it is 400, the number of seed
/// 000.</remarks>
public static class SmallSamples
{
    private const decimal SquaredError = 0.05m * 0.05m;

    /// <summary>For a population that is not known.</summary>
    private const int EnoughOfAny = 400;

    /// <summary>The instruments and parts with a score, in the order of the result, whose number of respondents is known and small.</summary>
    public static IEnumerable<SmallSample> In(Framework framework, AgencyResult result) =>
        from instrument in result.Instruments
        from node in instrument.Parts.IsEmpty ? [instrument] : instrument.Parts
        where node.Score is not null && framework.SampleRules.Any(rule => rule.Instrument == node.Key.Code)
        let population = SampleSize.PopulationFor(framework, node.Key.Code, result.Agency)
        let enough = EnoughOf(population)
        where Sampling.RespondentsOf(node) is > 0 and var respondents && respondents < enough
        select new SmallSample(node.Key, Sampling.RespondentsOf(node)!.Value, population, enough);

    /// <summary>The number of respondents from which a sample is not called small.</summary>
    /// <param name="population">In people; null when it is not known.</param>
    public static int EnoughOf(int? population) => population is { } people
        ? (int)decimal.Ceiling(people / (1 + (people * SquaredError)))
        : EnoughOfAny;
}
