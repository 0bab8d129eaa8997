namespace Ita.Reports.Documents;

/// <summary>All data of one report; rendering reads nothing else.</summary>
/// <param name="Version">Version of the data, 1 or more.</param>
/// <param name="ComputedAt">Date of the report and its PDF.</param>
public abstract record ReportModel(int Version, DateTimeOffset ComputedAt)
{
    public abstract ReportKind Kind { get; }

    /// <summary>The settings of the agency and year: which optional chapters are printed.</summary>
    public ReportSettings Settings { get; init; } = ReportSettings.Blank;

    /// <summary>Whether the document has a QR code of its own; its seal then has none.</summary>
    internal virtual bool HasCode => false;

    /// <summary>The years of the result and of its framework, which must be equal; null where the report has no result.</summary>
    internal virtual (FiscalYear Result, FiscalYear Framework)? Years => null;
}

/// <summary>How a report is formatted; the options do not change its facts.</summary>
/// <param name="IsDraft">True until the result is published: every page then has the word ร่าง.</param>
public sealed record ReportOptions(Digits Digits = Digits.Arabic, bool IsDraft = false);
