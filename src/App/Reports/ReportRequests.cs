using Ita.Reports.LineBreaks;
using Ita.Reports.Rendering;
using Ita.Reports.Word;

namespace Ita.App.Reports;

/// <summary>Requests reports to be printed, and reads them.</summary>
public sealed class ReportRequests(
    ReportTable reports,
    ReportDrafts drafts,
    ReportInputs inputs,
    ReportStates states,
    ResultTable results,
    PublicAddress address,
    JobQueues queues,
    TimeProvider clock)
{
    /// <summary>Queues the job that prints a report and returns the report's record. A report that was printed with
    /// the same content is not printed again.</summary>
    public async Task<Outcome<ReportRow>> RequestAsync(ReportName name, CancellationToken cancellationToken)
    {
        var read = await inputs.ReadAsync(name, cancellationToken);
        if (await DraftAsync(name, cancellationToken) is not { } draft)
        {
            return Refusal.NotFound();
        }

        var id = draft.Verify(name.Identity, address.Url).Id;
        if (await reports.ConfirmAsync(name, id, read, ThaiClock.Today(clock), cancellationToken) is { } printed)
        {
            return printed;
        }

        // The message is sent first, and the record is replaced only if it is unchanged: a report printed meanwhile
        // stays printed, and no report is marked as queued without a message.
        var before = await reports.FindAsync(name, cancellationToken);
        var queued = new ReportRow(ReportStatus.Queued, LastId: before?.Id ?? before?.LastId);
        var job = name.ToJob(ThaiClock.Today(clock));
        await (before?.Failure == ReportFailure.TookTooLong
            ? queues.SendAsync(new ApartJob(job), cancellationToken)
            : queues.SendAsync(job, cancellationToken));
        await reports.ChangeAsync(name, row => row == before ? queued : null, cancellationToken);
        return queued;
    }

    /// <summary>The state of a report; refused when it was never requested.</summary>
    /// <param name="publishedOnly">True for a caller who may read published versions only.</param>
    public async Task<Outcome<ReportState>> FindAsync(ReportName name, bool publishedOnly, CancellationToken cancellationToken) =>
        await states.FindAsync(name, publishedOnly, cancellationToken) is { } state ? state : Refusal.NotFound("report-not-printed");

    /// <summary>Renders the report as an HTML page.</summary>
    public async Task<Outcome<string>> ReadHtmlAsync(ReportName name, CancellationToken cancellationToken) =>
        await DraftAsync(name, cancellationToken) is { } draft
            ? BreakPlaces.OnPage((await draft.SealAsync(name.Identity, address.Url, address.IsSet)).Html)
            : Refusal.NotFound();

    /// <summary>The report as a Word file, which can be edited and therefore has no seal.</summary>
    public async Task<Outcome<byte[]>> ReadWordAsync(ReportName name, CancellationToken cancellationToken) =>
        await DraftAsync(name, cancellationToken) is { } draft ? WordFile.Create(draft) : Refusal.NotFound();

    /// <summary>The printed PDF.</summary>
    /// <param name="publishedOnly">True for a caller who may read published versions only. A report that was printed while its version was
    /// a draft can contain drafts of other years; it is then not found until it is printed again.</param>
    public async Task<Outcome<byte[]>> ReadPdfAsync(ReportName name, bool publishedOnly, CancellationToken cancellationToken) =>
        await reports.FindAsync(name, cancellationToken) switch
        {
            { Status: ReportStatus.Printed } row when !publishedOnly || await IsPublicAsync(name, row, cancellationToken) =>
                await reports.ReadAsync(row.Blob!, cancellationToken),
            { Failure: ReportFailure.TookTooLong } => Refusal.Conflict("report-too-slow"),
            { Status: ReportStatus.Failed } => Refusal.Conflict("report-failed"),
            _ => Refusal.NotFound("report-not-printed"),
        };

    // Only a report of a year beside one with a draft can contain figures that are not public. It is compared with what is drawn now.
    private async Task<bool> IsPublicAsync(ReportName name, ReportRow row, CancellationToken cancellationToken)
    {
        foreach (var year in new[] { name.Year.BuddhistEra - 1, name.Year.BuddhistEra + 1 })
        {
            var beside = await results.FindAsync(FiscalYear.FromBuddhistEra(year), name.Subject, cancellationToken);
            if (beside?.History.Any(version => version.PublishedAt is null) == true)
            {
                return await IsCurrentAsync(name, row, cancellationToken);
            }
        }

        return true;
    }

    private async Task<bool> IsCurrentAsync(ReportName name, ReportRow row, CancellationToken cancellationToken) =>
        await drafts.DraftAsync(name, row.AsOf ?? ThaiClock.Today(clock), cancellationToken) is { } draft
            && row.Id == draft.Verify(name.Identity, address.Url).Id;

    private Task<RenderedReport?> DraftAsync(ReportName name, CancellationToken cancellationToken) =>
        drafts.DraftAsync(name, ThaiClock.Today(clock), cancellationToken);
}
