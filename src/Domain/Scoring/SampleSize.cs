namespace Ita.Domain.Scoring;

/// <summary>The minimum number of respondents of an instrument by the rule of its year.</summary>
public static class SampleSize
{
    /// <summary>The minimum; null when the year has no rule for the instrument or the agency's population is not stated.</summary>
    /// <param name="instrument">Instrument or part code.</param>
    public static int? MinimumFor(Framework framework, string instrument, Agency agency) =>
        framework.SampleRules.FirstOrDefault(rule => rule.Instrument == instrument) is { } rule
            && PopulationOf(rule, agency) is { } population
            ? Minimum(framework, rule, population, agency)
            : null;

    /// <summary>The population of an instrument or part, in people; null when the agency has not stated it or there is no rule.</summary>
    public static int? PopulationFor(Framework framework, string instrument, Agency agency) =>
        framework.SampleRules.FirstOrDefault(rule => rule.Instrument == instrument) is { } rule ? PopulationOf(rule, agency) : null;

    /// <summary>Why an instrument or part with a number of respondents is not processed; null when the minimum is reached or not known.</summary>
    public static Reason? ShortfallOf(Framework framework, string instrument, Agency agency, int respondents) =>
        MinimumFor(framework, instrument, agency) is { } minimum && respondents < minimum
            ? Reason.Of("below-minimum-sample", ("n", Text(respondents)), ("minimum", Text(minimum)))
            : null;

    /// <summary>By how much a number of respondents is above the population; null when it is not, or the population is not known.</summary>
    /// <remarks>A minimum sample can be greater than a small population. A number up to the minimum is therefore never above the
    /// population.</remarks>
    public static (int Population, int People)? ExcessOf(Framework framework, string instrument, Agency agency, int respondents) =>
        PopulationFor(framework, instrument, agency) is { } population
            && respondents > Math.Max(population, MinimumFor(framework, instrument, agency) ?? 0)
            ? (population, respondents - population)
            : null;

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static int? PopulationOf(SampleRule rule, Agency agency) =>
        rule.Population == Population.InternalStaff ? agency.InternalStaff : agency.ExternalStakeholders;

    private static int? Minimum(Framework framework, SampleRule rule, int population, Agency agency)
    {
        if (rule.OfMinimumOf is { } other)
        {
            return MinimumFor(framework, other, agency) is { } minimum ? Math.Max(rule.AtLeast.Value, ShareOf(rule, minimum)) : null;
        }

        if (population < rule.AtLeast.Value)
        {
            return population;
        }

        return population > rule.AboveThis?.Value
            ? rule.AboveNeeds!.Value
            : Math.Max(rule.AtLeast.Value, ShareOf(rule, population));
    }

    // Respondents are whole people, so the share is rounded up.
    private static int ShareOf(SampleRule rule, int people) => (int)decimal.Ceiling(rule.Share.Value * people);
}
