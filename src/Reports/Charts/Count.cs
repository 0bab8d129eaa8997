namespace Ita.Reports.Charts;

/// <summary>One bar of a chart of counts.</summary>
/// <param name="Earlier">Count of the earlier year; null for none.</param>
public sealed record Count(string Label, int Value, int? Earlier);
