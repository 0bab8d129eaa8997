using Ita.Domain.Texts;

namespace Ita.App.Reports;

/// <summary>A report's record, compared with what the report would contain now.</summary>
/// <param name="Name">The report of the record; of an older version when the current one was never requested.</param>
/// <param name="Changes">What changed since it was printed; empty unless it was printed and its content would differ now.</param>
public sealed record ReportState(ReportName Name, ReportRow Row, ImmutableArray<ReportChange> Changes)
{
    public ReportStatus Status => Changes.IsEmpty ? Row.Status : ReportStatus.Outdated;

    public ReportState(ReportName name, ReportRow row)
        : this(name, row, [])
    {
    }
}

/// <summary>Something that a report is made from and that has changed.</summary>
/// <param name="Code">One of <see cref="ReportInputs"/>, or one of the constants here.</param>
public sealed record ReportChange(string Code)
{
    /// <summary>A newer version of the result.</summary>
    public const string Version = "version";

    /// <summary>Only the date of the last change of the plan.</summary>
    public const string PlanDate = "plan-date";

    /// <summary>A newer version of the program, with other texts, rules or layout.</summary>
    public const string Program = "program";

    /// <summary>Not known in detail: an earlier version of the program printed the report and did not store its inputs.</summary>
    public const string Contents = "contents";

    public LocalizedText Text => TextCatalogue.Template($"report-change.{Code}");
}
