using Ita.App.Settings;
using Ita.Reports.Rendering;

namespace Ita.App.Reports;

/// <summary>The input of a report about one agency.</summary>
/// <param name="IsPublished">True when the version is published. Its documents then contain no draft of another year.</param>
/// <param name="AsOf">The day that decides which follow-up rounds are overdue.</param>
/// <param name="Settings">The agency's settings of the year. They are part of the content of every kind.</param>
public sealed record DraftSource(StoredResult Stored, bool IsPublished, DateOnly AsOf, ReportOptions Options, ReportSettings Settings);

/// <summary>Renders one kind of report about one agency from stored data. One class per kind, registered in Kinds/ReportKindsFeature.cs.</summary>
public interface IReportDrafts
{
    ReportKind Kind { get; }

    Task<RenderedReport> DraftAsync(DraftSource source, CancellationToken cancellationToken);
}

/// <summary>Renders any report from stored data.</summary>
public sealed class ReportDrafts(
    ResultTable results, ResultBlobs blobs, SettingsTable settings, SummaryDrafts summaries, IEnumerable<IReportDrafts> kinds)
{
    private readonly Dictionary<ReportKind, IReportDrafts> byKind = kinds.ToDictionary(kind => kind.Kind);

    /// <summary>Null when the version of the result no longer exists, or no agency of a summary has a result.</summary>
    /// <param name="asOf">The day that decides which follow-up rounds are overdue.</param>
    public async Task<RenderedReport?> DraftAsync(ReportName name, DateOnly asOf, CancellationToken cancellationToken)
    {
        var options = new ReportOptions(name.Digits);
        if (name.Kind == ReportKind.Summary)
        {
            return await summaries.DraftAsync(name.Year, SummaryScope.Parse(name.Subject), options, cancellationToken);
        }

        var row = await results.FindAsync(name.Year, name.Subject, cancellationToken);
        if (row is null || row.Version != name.Version)
        {
            return null;
        }

        var stored = await blobs.ReadAsync(row.Blob, cancellationToken);
        var isPublished = row.State == StoredResult.Published;
        var set = await settings.FindAsync(name.Year, name.Subject, cancellationToken);
        return await byKind[name.Kind].DraftAsync(new(stored, isPublished, asOf, options with { IsDraft = !isPublished }, set), cancellationToken);
    }
}
