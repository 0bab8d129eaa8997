namespace Ita.Domain.Responses;

/// <summary>A head count that an agency changed itself.</summary>
public sealed record HeadCountChange(Population Population, int From, int To, DateOnly Day);

/// <summary>
/// Checks the head count that an agency states against its sheets. The flags have counts only, which the meter shows to anyone, and mark no
/// single sheet.
/// </summary>
public static class PopulationFlags
{
    private const string Unknown = "-";

    /// <param name="changes">What the agency itself changed on or after the day the survey opened, oldest first.</param>
    public static ImmutableArray<QualityFlag> Compute(Framework framework, SampleMeter meter, IEnumerable<HeadCountChange> changes)
    {
        var asked = framework.SampleRules.FirstOrDefault(rule => rule.Instrument == meter.Survey)?.Population;
        return [MoreThanPopulation(meter), Changed([.. changes.Where(change => change.Population == asked)])];
    }

    private static QualityFlag MoreThanPopulation(SampleMeter meter) => new(
        "more-than-population", meter.Excess, meter.Received, Places(("population", meter.Population is { } people ? Text(people) : Unknown)));

    // A change concerns all sheets, so its share is whole; the count is that of the changes.
    private static QualityFlag Changed(ImmutableArray<HeadCountChange> changes)
    {
        var last = changes.IsEmpty ? null : changes[^1];
        return new("population-changed", changes.Length, changes.Length, Places(
            ("from", last is null ? Unknown : Text(last.From)),
            ("to", last is null ? Unknown : Text(last.To)),
            ("day", last?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Unknown)));
    }

    private static ImmutableSortedDictionary<string, string> Places(params (string Name, string Text)[] places) =>
        places.ToImmutableSortedDictionary(place => place.Name, place => place.Text);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
