namespace Ita.Reports.Charts;

/// <summary>One bar of a chart.</summary>
/// <param name="Value">0 to 100; null draws no bar.</param>
/// <param name="Earlier">The earlier year's value, drawn as a mark; null draws none.</param>
/// <param name="Figure">What is written at the end of the row: the value, a range or a dash.</param>
/// <param name="IsPart">Part of the bar above it: thinner and indented.</param>
public sealed record Bar(string Label, decimal? Value, decimal? Earlier, ScoreClass? Class, string Figure, bool IsPart = false);
