namespace Ita.Domain.Improvement;

/// <summary>
/// The lowest score of the tree that can be raised by itself: an item; or an indicator or instrument where nothing below it is
/// known.
/// </summary>
/// <param name="Instrument">The instrument's code, whichever of its parts the lever moves.</param>
/// <param name="Score">Unrounded, 0 to 100.</param>
/// <param name="Divisor">Levers of this worth that make up the unit: a point here is 1/Divisor point of the instrument or part.</param>
/// <param name="Items">Items it stands for, 1 or more: raising it by a point raises each of them by a point.</param>
/// <param name="AllOrNothing">A checklist item: the document is there or not, so it goes to 100 or stays.</param>
/// <param name="IsChecklist">Judged, not asked: effort is counted by item and not by point.</param>
public sealed record Lever(
    ScoreKey Key, string Name, string Instrument, decimal Score, int Divisor, int Items, bool AllOrNothing, bool IsChecklist)
{
    /// <summary>Points up to the end of the scale.</summary>
    public decimal Room => 100 - Score;
}

/// <summary>Takes a unit apart into its levers.</summary>
internal static class Levers
{
    public static ImmutableArray<Lever> List(Framework framework, Instrument instrument, ScoreNode unit) =>
        [.. Below(framework, instrument, unit, 1)];

    // A score that does not follow from its children (some are missing) can only be moved as a whole.
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
