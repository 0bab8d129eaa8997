namespace Ita.Intake.Workbooks;

/// <summary>For which numbers a section of a format is used: <c>[&gt;=50]</c>.</summary>
internal sealed record FormatCondition(string Comparison, decimal Limit)
{
    /// <summary>Comparisons, the longer ones first.</summary>
    private static readonly string[] Comparisons = ["<=", ">=", "<>", "<", ">", "="];

    /// <param name="text">What is in the brackets; null is returned where that is no condition.</param>
    public static FormatCondition? Parse(string text) =>
        Array.Find(Comparisons, comparison => text.StartsWith(comparison, StringComparison.Ordinal)) is { } comparison
        && decimal.TryParse(text[comparison.Length..], NumberStyles.Float, CultureInfo.InvariantCulture, out var limit)
            ? new(comparison, limit)
            : null;

    public bool Matches(decimal number) => Comparison switch
    {
        "<=" => number <= Limit,
        ">=" => number >= Limit,
        "<>" => number != Limit,
        "<" => number < Limit,
        ">" => number > Limit,
        _ => number == Limit,
    };
}
