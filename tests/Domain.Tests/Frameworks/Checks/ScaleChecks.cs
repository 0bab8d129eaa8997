using Ita.Domain.Frameworks;

namespace Ita.Domain.Tests.Frameworks.Checks;

/// <summary>Every answer has points: scales rise from 0 to 100, and each item has as many labels as its scale has steps.</summary>
internal static class ScaleChecks
{
    public static IEnumerable<string> Of(Framework framework) =>
    [
        .. framework.Scales.SelectMany(OfScale),
        .. framework.Items.SelectMany(item => OfItem(framework, item)),
        .. Unused(framework),
    ];

    private static IEnumerable<string> OfScale(AnswerScale scale) =>
        [.. WrongEnds(scale), .. NotRising(scale), .. HalfLabelled(scale)];

    // Rising from exactly 0 to exactly 100 keeps every step inside the range.
    private static IEnumerable<string> WrongEnds(AnswerScale scale) =>
        scale.Choices.Length >= 2 && scale.Choices[0].Points == 0 && scale.Choices[^1].Points == 100
            ? []
            : [$"Scale {scale.Code} does not run from 0 to 100."];

    private static IEnumerable<string> NotRising(AnswerScale scale) =>
        scale.Choices.Zip(scale.Choices.Skip(1)).All(step => step.First.Points < step.Second.Points)
            ? []
            : [$"The points of scale {scale.Code} do not rise from choice to choice."];

    private static IEnumerable<string> HalfLabelled(AnswerScale scale) =>
        scale.Choices.Select(choice => choice.Label.Length > 0).Distinct().Skip(1).Any()
            ? [$"Scale {scale.Code} has labels for some of its choices only."]
            : [];

    private static IEnumerable<string> OfItem(Framework framework, Item item)
    {
        if (framework.Scales.FirstOrDefault(scale => scale.Code == item.Scale) is not { } scale)
        {
            return [$"Item {item.Code} names the scale {item.Scale}, which does not exist."];
        }

        var labels = item.Labels.IsEmpty ? [.. scale.Choices.Select(choice => choice.Label)] : item.Labels;
        return [.. WrongCount(item, labels.Length, scale), .. Blank(item, labels), .. CodeChecks.Doubled($"label of {item.Code}:", labels)];
    }

    private static IEnumerable<string> WrongCount(Item item, int labels, AnswerScale scale) =>
        labels == scale.Choices.Length ? [] : [$"Item {item.Code} has {labels} labels for {scale.Choices.Length} choices."];

    private static IEnumerable<string> Blank(Item item, IEnumerable<string> labels) =>
        labels.All(string.IsNullOrWhiteSpace) ? [$"Item {item.Code} has no labels, and its scale has none either."] : [];

    private static IEnumerable<string> Unused(Framework framework) =>
        from scale in framework.Scales
        where framework.Items.All(item => item.Scale != scale.Code)
        select $"Scale {scale.Code} is used by no item.";
}
