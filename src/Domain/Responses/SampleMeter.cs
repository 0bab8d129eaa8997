namespace Ita.Domain.Responses;

/// <summary>
/// The progress of one survey of one agency towards its minimum sample. It has counts only: scores are not shown before the survey closes.
/// </summary>
/// <param name="Survey">Instrument or part code.</param>
/// <param name="Population">Number of people in the survey's population; null when the agency has not stated it.</param>
/// <param name="Minimum">Sheets required by the rule of the year; null when there is no rule or the population is not stated.</param>
/// <param name="Received">Number of sheets received.</param>
/// <param name="Effect">Why the survey would not be processed with the sheets so far, or why that is not known; null when it would be
/// processed.</param>
public sealed record SampleMeter(string Survey, int? Population, int? Minimum, int Received, Reason? Effect)
{
    /// <summary>Sheets still needed; null when the minimum is not known.</summary>
    public int? Missing => Minimum is { } minimum ? Math.Max(0, minimum - Received) : null;

    /// <summary>Number of sheets above the population; 0 when there are not more sheets than people, or the population is not
    /// known.</summary>
    public int Excess { get; init; }

    /// <summary>Why the number of sheets cannot be trusted although it reaches the minimum; null when there is no reason.</summary>
    public Reason? Doubt => Excess == 0
        ? null
        : Reason.Of("more-sheets-than-people", ("n", Text(Received)), ("population", Text(Population!.Value)));

    /// <summary>Received sheets divided by the minimum: 1 when it is reached, more above it; null when the minimum is not known.</summary>
    public decimal? Share => Minimum switch
    {
        null => null,
        0 => 1,
        { } minimum => (decimal)Received / minimum,
    };

    /// <summary>Null when the minimum is not known.</summary>
    public bool? IsReached => Missing is { } missing ? missing == 0 : null;

    public static SampleMeter Measure(Framework framework, string survey, Agency agency, int received)
    {
        var minimum = SampleSize.MinimumFor(framework, survey, agency);
        return new(survey, SampleSize.PopulationFor(framework, survey, agency), minimum, received,
            EffectOf(framework, survey, agency, received, minimum))
        {
            Excess = SampleSize.ExcessOf(framework, survey, agency, received)?.People ?? 0,
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Reason? EffectOf(Framework framework, string survey, Agency agency, int received, int? minimum)
    {
        if (agency.Registered == false)
        {
            return Reason.Of("not-registered");
        }

        return minimum is null ? Reason.Of("minimum-unknown") : SampleSize.ShortfallOf(framework, survey, agency, received);
    }
}
