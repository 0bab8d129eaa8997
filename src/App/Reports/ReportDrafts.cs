using Ita.App.Results;
using Ita.Reports.Analysis;
using Ita.Reports.Sealing;

namespace Ita.App.Reports;

/// <summary>A report ready to be rendered.</summary>
/// <param name="ComputedAt">The date of the report and the PDF; never the time of printing.</param>
/// <param name="Render">Renders the page with a seal, or without one when null.</param>
public sealed record ReportDraft(DateTimeOffset ComputedAt, Func<Verification?, Task<string>> Render);

/// <summary>The input of the draft of one agency's report.</summary>
/// <param name="AsOf">The day that decides which follow-up rounds are overdue.</param>
public sealed record DraftSource(StoredResult Stored, DateOnly AsOf, ReportOptions Options);

/// <summary>Makes the drafts of one kind of report about one agency. One class per kind, registered in <see cref="ReportsFeature"/>.</summary>
public interface IReportDrafts
{
    /// <summary>The code of the kind.</summary>
    string Kind { get; }

    Task<ReportDraft> DraftAsync(DraftSource source, CancellationToken cancellationToken);
}

/// <summary>Makes the draft of any report from stored data.</summary>
public sealed class ReportDrafts(ResultTable results, ResultBlobs blobs, SummaryDrafts summaries, IEnumerable<IReportDrafts> kinds)
{
    private readonly Dictionary<string, IReportDrafts> byKind = kinds.ToDictionary(kind => kind.Kind, StringComparer.Ordinal);

    /// <summary>Null when the version of the result no longer exists, or no agency of a summary has a result.</summary>
    /// <param name="asOf">The day that decides which follow-up rounds are overdue.</param>
    public async Task<ReportDraft?> DraftAsync(ReportName name, DateOnly asOf, CancellationToken cancellationToken)
    {
        var options = new ReportOptions(name.Digits);
        if (name.Kind == ReportName.Summary)
        {
            return await summaries.DraftAsync(name.Year, SummaryScope.Parse(name.Subject), options, cancellationToken);
        }

        var row = await results.FindAsync(name.Year, name.Subject, cancellationToken);
        if (row is null || row.Version != name.Version)
        {
            return null;
        }

        var stored = await blobs.ReadAsync(row.Blob, cancellationToken);
        return await byKind[name.Kind].DraftAsync(new(stored, asOf, options), cancellationToken);
    }
}
