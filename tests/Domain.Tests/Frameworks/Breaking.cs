using Ita.Domain.Frameworks;

namespace Ita.Domain.Tests.Frameworks;

/// <summary>Small changes to a framework, so that a test can create a broken one in one line.</summary>
internal static class Breaking
{
    public static Framework With(this Framework framework, string item, Func<Item, Item> change) =>
        framework with { Items = framework.Items.Change(found => found.Code == item, change) };

    public static Framework WithInstrument(this Framework framework, string code, Func<Instrument, Instrument> change) =>
        framework with { Instruments = framework.Instruments.Change(found => found.Code == code, change) };

    public static Framework WithParts(this Framework framework, Func<InstrumentPart, InstrumentPart> change) => framework with
    {
        Instruments = framework.Instruments.Change(
            found => !found.Parts.IsEmpty, found => found with { Parts = found.Parts.Change(_ => true, change) }),
    };

    public static Framework WithSub(this Framework framework, string code, Func<SubIndicator, SubIndicator> change) =>
        framework with { SubIndicators = framework.SubIndicators.Change(found => found.Code == code, change) };

    public static Framework WithScale(this Framework framework, string code, Func<AnswerScale, AnswerScale> change) =>
        framework with { Scales = framework.Scales.Change(found => found.Code == code, change) };

    public static Framework WithChoice(this Framework framework, string scale, int index, Func<Choice, Choice> change) =>
        framework.WithScale(scale, found => found with { Choices = found.Choices.SetItem(index, change(found.Choices[index])) });

    public static Framework WithBand(this Framework framework, string name, Func<RatingBand, RatingBand> change) => framework with
    {
        Rating = framework.Rating with { Bands = framework.Rating.Bands.Change(found => found.Name == name, change) },
    };

    public static Framework WithSample(this Framework framework, string instrument, Func<SampleRule, SampleRule> change) =>
        framework with { SampleRules = framework.SampleRules.Change(found => found.Instrument == instrument, change) };

    public static Framework WithIssue(this Framework framework, int number, Func<Issue, Issue> change) =>
        framework with { Issues = framework.Issues.Change(found => found.Number == number, change) };

    public static Sourced<T> To<T>(this Sourced<T> number, T value) => number with { Value = value };

    /// <summary>Changes the one value that matches <paramref name="which"/>; throws when none does, because then the test is wrong.</summary>
    public static ImmutableArray<T> Change<T>(this ImmutableArray<T> values, Func<T, bool> which, Func<T, T> change) =>
        values.Any(which)
            ? [.. values.Select(value => which(value) ? change(value) : value)]
            : throw new InvalidOperationException("Nothing to break: no value answers.");
}
