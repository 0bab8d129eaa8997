namespace Ita.Domain.Analysis;

/// <summary>Whether two years measure a score in the same way: the same questions, grouped and weighed alike, with the same points.</summary>
/// <remarks>Only then is a change of the score a change of the agency. Questions are matched by the crosswalk of the years.</remarks>
internal sealed record SharedFrame(Framework Before, Framework After)
{
    private readonly Crosswalk? crosswalk = After.CrosswalkFrom(Before.Year);

    /// <summary>Whether the total is measured in the same way.</summary>
    public bool IsShared() => Before.Instruments.Length == After.Instruments.Length && After.Instruments.All(IsShared);

    /// <summary>Whether an indicator or instrument is measured in the same way.</summary>
    public bool IsShared(ScoreKey key) => After.Instruments.FirstOrDefault(one => one.Code == key.Code) is { } instrument
        ? IsShared(instrument)
        : After.Indicators.Any(one => ScoreKey.Indicator(one.Number) == key && IsShared(one.Number));

    public bool ScaleChanged(string codeBefore, Item item)
    {
        var before = Before.Scale(Before.Items.First(one => one.Code == codeBefore).Scale);
        var after = After.Scale(item.Scale);
        return !before.Choices.Select(choice => choice.Points).SequenceEqual(after.Choices.Select(choice => choice.Points));
    }

    private bool IsShared(Instrument after) => Before.Instruments.FirstOrDefault(one => one.Code == after.Code) is { } before
        && before.Weight.Value == after.Weight.Value
        && before.Parts.Select(part => part.Weight.Value).SequenceEqual(after.Parts.Select(part => part.Weight.Value))
        && before.Indicators.SequenceEqual(after.Indicators)
        && after.Indicators.All(IsShared);

    private bool IsShared(int indicator)
    {
        var before = Before.Items.Where(item => item.Indicator == indicator).ToDictionary(item => item.Code);
        var after = After.Items.Where(item => item.Indicator == indicator).ToList();
        return crosswalk is not null && after.Count > 0 && after.Count == before.Count
            && after.All(item => crosswalk.Earlier(item.Code) is { } earlier
                && before.TryGetValue(earlier, out var same)
                && same.SubIndicator == item.SubIndicator
                && !ScaleChanged(earlier, item));
    }
}
