namespace Ita.Reports.Charts;

/// <summary>One bar of a chart of counts.</summary>
/// <param name="Earlier">The earlier year's count; null draws none.</param>
public sealed record Count(string Label, int Value, int? Earlier);
