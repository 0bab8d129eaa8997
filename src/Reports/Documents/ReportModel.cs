namespace Ita.Reports.Documents;

/// <summary>The data of one report, complete: rendering reads nothing else.</summary>
/// <param name="Version">1 or more.</param>
/// <param name="ComputedAt">Dates the report and its PDF.</param>
public abstract record ReportModel(int Version, DateTimeOffset ComputedAt)
{
    public abstract ReportKind Kind { get; }

    /// <summary>The years of the result and of its framework, which must be equal; null where the report has no result.</summary>
    internal virtual (FiscalYear Result, FiscalYear Framework)? Years => null;
}

/// <summary>How a report is written. The options change no fact in it.</summary>
public sealed record ReportOptions(Digits Digits = Digits.Arabic);
