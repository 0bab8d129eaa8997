using System.Collections.Concurrent;

namespace Ita.App.Reports;

/// <summary>Tells whether printed reports are outdated: whether they would have another content if they were printed now.</summary>
/// <remarks>The stored hashes of the inputs are compared first. Only when one differs is the report rendered, once for each change, because an input
/// can change without changing the report (docs/decisions/0047).</remarks>
public sealed class ReportStates(
    ReportTable reports, ReportDrafts drafts, ReportInputs inputs, ResultTable results, PublicAddress address, TimeProvider clock)
{
    private const int MostRemembered = 5_000;

    private readonly ConcurrentDictionary<string, bool> remembered = new(StringComparer.Ordinal);

    /// <summary>The state of a report; null when it was never requested.</summary>
    /// <param name="publishedOnly">True for a caller who may read published versions only.</param>
    public async Task<ReportState?> FindAsync(ReportName name, bool publishedOnly, CancellationToken cancellationToken) =>
        await reports.FindAsync(name, cancellationToken) is { } row
            ? await StateAsync(name, row, inputs.Begin(name.Year, name.Subject, cancellationToken), cancellationToken)
            : await FindOlderAsync(name, publishedOnly, cancellationToken);

    /// <summary>The states of every report about the current version of a result; null for those that were never requested.</summary>
    /// <param name="names">At least one.</param>
    public async Task<ReportState?[]> ListAsync(
        ResultRow row, ImmutableArray<ReportName> names, bool publishedOnly, CancellationToken cancellationToken)
    {
        var rows = await reports.OfResultAsync(names[0].PartitionKey, cancellationToken);
        var read = inputs.Begin(row, cancellationToken);
        return await Task.WhenAll(names.Select(async name => rows.TryGetValue(name.RowKey, out var known)
            ? await StateAsync(name, known, read, cancellationToken)
            : Newest(ReportTable.Older(name, rows), row, publishedOnly)));
    }

    /// <summary>True when a printed report may be outdated, by its inputs alone. The printer, which compares the contents, does not print it
    /// again when they are the same.</summary>
    public async Task<bool> MayBeOutdatedAsync(ReportName name, ReportRow printed, CancellationToken cancellationToken) =>
        printed.Inputs != await inputs.ReadAsync(name, cancellationToken);

    private async Task<ReportState> StateAsync(ReportName name, ReportRow row, AgencyInputs read, CancellationToken cancellationToken) =>
        row.Status == ReportStatus.Printed
            ? new(name, row, await ChangesAsync(name, row, await inputs.ReadAsync(name, read, cancellationToken), cancellationToken))
            : new(name, row);

    private async Task<ImmutableArray<ReportChange>> ChangesAsync(ReportName name, ReportRow row, string now, CancellationToken cancellationToken)
    {
        if (row.Inputs == now || await HasSameContentAsync(name, row, now, cancellationToken))
        {
            return [];
        }

        var codes = row.Inputs is null ? [] : ReportInputs.Compare(row.Inputs, now);
        return [.. codes.DefaultIfEmpty(ReportChange.Contents).Select(code => new ReportChange(code))];
    }

    // Rendered for the day of the print: passing days alone make no report outdated.
    private async Task<bool> HasSameContentAsync(ReportName name, ReportRow row, string now, CancellationToken cancellationToken)
    {
        var asOf = row.AsOf ?? ThaiClock.Today(clock);
        var question = FormattableString.Invariant($"{name.PartitionKey} {name.RowKey} {row.Id} {asOf:yyyy-MM-dd} {now}");
        if (remembered.TryGetValue(question, out var known))
        {
            return known;
        }

        var isSame = await drafts.DraftAsync(name, asOf, cancellationToken) is { } draft && row.Id == draft.Verify(name.Identity, address.Url).Id;
        if (remembered.Count >= MostRemembered)
        {
            remembered.Clear();
        }

        return remembered[question] = isSame;
    }

    private async Task<ReportState?> FindOlderAsync(ReportName name, bool publishedOnly, CancellationToken cancellationToken)
    {
        var older = name.Kind.IsOfOneAgency ? await reports.FindOlderAsync(name, cancellationToken) : [];
        return older.Count > 0 && await results.FindAsync(name.Year, name.Subject, cancellationToken) is { } row
            ? Newest(older, row, publishedOnly)
            : null;
    }

    // A version that is not published is not mentioned to callers who may read published versions only.
    private static ReportState? Newest(IReadOnlyList<(ReportName Name, ReportRow Row)> older, ResultRow row, bool publishedOnly)
    {
        var (newest, record) = older.LastOrDefault(one => !publishedOnly || row.Entry(one.Name.Version)?.PublishedAt is not null);
        return newest is null ? null : new(newest, record, [new(ReportChange.Version)]);
    }
}
