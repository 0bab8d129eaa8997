namespace Ita.Domain.Frameworks.Checks;

/// <summary>Every answer has points: scales rise from 0 to 100, and each item has as many labels as its scale has steps.</summary>
internal static class ScaleChecks
{
    public static IEnumerable<FrameworkFault> Check(Framework framework) =>
    [
        .. framework.Scales.At("$.scales").SelectMany(one => OfScale(one.Value, one.Path)),
        .. framework.Items.At("$.items").SelectMany(one => OfItem(framework, one.Value, one.Path)),
        .. Unused(framework),
    ];

    private static IEnumerable<FrameworkFault> OfScale(AnswerScale scale, string path) =>
        [.. WrongEnds(scale, path), .. NotRising(scale, path), .. HalfLabelled(scale, path)];

    // Rising from exactly 0 to exactly 100 keeps every step inside the range.
    private static IEnumerable<FrameworkFault> WrongEnds(AnswerScale scale, string path) =>
        scale.Choices.Length >= 2 && scale.Choices[0].Points == 0 && scale.Choices[^1].Points == 100
            ? []
            : [FrameworkFault.Of("scale-ends", path + ".choices", ("code", scale.Code))];

    private static IEnumerable<FrameworkFault> NotRising(AnswerScale scale, string path) =>
        scale.Choices.Zip(scale.Choices.Skip(1)).All(step => step.First.Points < step.Second.Points)
            ? []
            : [FrameworkFault.Of("scale-order", path + ".choices", ("code", scale.Code))];

    private static IEnumerable<FrameworkFault> HalfLabelled(AnswerScale scale, string path) =>
        scale.Choices.Select(choice => choice.Label.Length > 0).Distinct().Skip(1).Any()
            ? [FrameworkFault.Of("scale-labels", path + ".choices", ("code", scale.Code))]
            : [];

    private static IEnumerable<FrameworkFault> OfItem(Framework framework, Item item, string path)
    {
        if (framework.Scales.FirstOrDefault(scale => scale.Code == item.Scale) is not { } scale)
        {
            return [TreeChecks.NotFound($"Item {item.Code}", $"ข้อ {item.Code}", $"the scale {item.Scale}", $"มาตรวัด {item.Scale}", path + ".scale")];
        }

        var labels = item.Labels.IsEmpty ? [.. scale.Choices.Select(choice => choice.Label)] : item.Labels;
        return
        [
            .. WrongCount(item, labels.Length, scale, path),
            .. Blank(item, labels, path),
            .. CodeChecks.Doubled($"label of {item.Code}:", $"คำตอบของข้อ {item.Code}:", labels.Select(label => (label, path + ".labels"))),
        ];
    }

    private static IEnumerable<FrameworkFault> WrongCount(Item item, int labels, AnswerScale scale, string path) => labels == scale.Choices.Length
        ? []
        : [FrameworkFault.Of("labels-count", path + ".labels", ("item", item.Code), ("labels", labels), ("choices", scale.Choices.Length))];

    private static IEnumerable<FrameworkFault> Blank(Item item, IEnumerable<string> labels, string path) =>
        labels.All(string.IsNullOrWhiteSpace) ? [FrameworkFault.Of("labels-none", path + ".labels", ("item", item.Code))] : [];

    private static IEnumerable<FrameworkFault> Unused(Framework framework) =>
        from one in framework.Scales.At("$.scales")
        where framework.Items.All(item => item.Scale != one.Value.Code)
        select FrameworkFault.Of("scale-unused", one.Path + ".code", ("code", one.Value.Code));
}
