namespace Ita.Domain.Responses;

/// <summary>How far one survey of one agency is from the answers it needs. Counts alone: no score is told before the survey closes.</summary>
/// <param name="Survey">Instrument or part code.</param>
/// <param name="Population">How many people it asks about; null when the agency has not stated it.</param>
/// <param name="Minimum">By the rule of the year; null when there is no rule or the population is not stated.</param>
/// <param name="Got">Sheets that have come.</param>
/// <param name="Effect">Why the survey would not be processed as it stands, or why that cannot be told; null when it would be.</param>
public sealed record SampleMeter(string Survey, int? Population, int? Minimum, int Got, Reason? Effect)
{
    /// <summary>Sheets still needed; null when the minimum is not known.</summary>
    public int? Missing => Minimum is { } minimum ? Math.Max(0, minimum - Got) : null;

    /// <summary>What has come as a part of the minimum: 1 when reached, more beyond it; null when the minimum is not known.</summary>
    public decimal? Share => Minimum switch
    {
        null => null,
        0 => 1,
        { } minimum => (decimal)Got / minimum,
    };

    /// <summary>Null when the minimum is not known.</summary>
    public bool? IsReached => Missing is { } missing ? missing == 0 : null;

    public static SampleMeter Measure(Framework framework, string survey, Agency agency, int got)
    {
        var minimum = SampleSize.MinimumFor(framework, survey, agency);
        return new(survey, SampleSize.PopulationFor(framework, survey, agency), minimum, got, EffectOf(framework, survey, agency, got, minimum));
    }

    private static Reason? EffectOf(Framework framework, string survey, Agency agency, int got, int? minimum)
    {
        if (agency.Registered == false)
        {
            return Reason.Of("not-registered");
        }

        return minimum is null ? Reason.Of("minimum-unknown") : SampleSize.ShortfallOf(framework, survey, agency, got);
    }
}
