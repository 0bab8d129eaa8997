namespace Ita.Reports.Charts;

/// <summary>One bar of a chart.</summary>
/// <param name="Value">0 to 100; null for no bar.</param>
/// <param name="Earlier">Value of the earlier year, drawn as a mark; null for none.</param>
/// <param name="Figure">Text at the end of the row: the value, a range or a dash.</param>
/// <param name="IsPart">Whether it is a part of the bar above it, drawn thinner and indented.</param>
public sealed record Bar(string Label, decimal? Value, decimal? Earlier, ScoreClass? Class, string Figure, bool IsPart = false);
