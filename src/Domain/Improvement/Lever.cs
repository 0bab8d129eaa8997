namespace Ita.Domain.Improvement;

/// <summary>
/// A score that can be raised by itself: an item, or an indicator or instrument when nothing below it is known.
/// </summary>
/// <param name="Instrument">Code of the instrument, also when the lever belongs to one of its parts.</param>
/// <param name="Score">Unrounded, 0 to 100.</param>
/// <param name="Divisor">A point of this lever is 1/Divisor point of the instrument or part.</param>
/// <param name="Items">Number of items it represents, 1 or more: raising it by a point raises each of them by a point.</param>
/// <param name="AllOrNothing">Whether it is a checklist item, which can only be raised to 100 as a whole.</param>
/// <param name="IsChecklist">Whether it belongs to a checklist, where effort is counted per item and not per point.</param>
public sealed record Lever(
    ScoreKey Key, string Name, string Instrument, decimal Score, int Divisor, int Items, bool AllOrNothing, bool IsChecklist)
{
    /// <summary>Points left to 100.</summary>
    public decimal Room => 100 - Score;
}

/// <summary>Lists the levers of a unit.</summary>
internal static class Levers
{
    public static ImmutableArray<Lever> List(Framework framework, Instrument instrument, ScoreNode unit) =>
        [.. Below(framework, instrument, unit, 1)];

    // A score that is not computed from its children, because some are missing, can only be raised as a whole.
    private static IEnumerable<Lever> Below(Framework framework, Instrument instrument, ScoreNode node, int divisor) =>
        node.Status == ScoreStatus.Given || node.Children.IsEmpty || node.Children.Any(child => child.Score is null)
            ? [LeverOf(framework, instrument, node, divisor)]
            : node.Children.SelectMany(child => Below(framework, instrument, child, divisor * node.Children.Length));

    private static Lever LeverOf(Framework framework, Instrument instrument, ScoreNode node, int divisor)
    {
        var isChecklist = instrument.Answers == AnswerKind.Checklist;
        return new(
            node.Key,
            node.Name,
            instrument.Code,
            node.Score!.Value,
            divisor,
            Math.Max(1, ItemsBelow(framework, instrument, node)),
            isChecklist && node.Level == Level.Item,
            isChecklist);
    }

    private static int ItemsBelow(Framework framework, Instrument instrument, ScoreNode node) => node.Level switch
    {
        Level.Item => 1,
        Level.SubIndicator => framework.Items.Count(item => item.SubIndicator == node.Key.Code),
        Level.Indicator => framework.Items.Count(item => ScoreKey.Indicator(item.Indicator).Code == node.Key.Code),
        _ => framework.Items.Count(item => instrument.Indicators.Contains(item.Indicator)),
    };
}
