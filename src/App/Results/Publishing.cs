using Ita.App.Surveys;
using Ita.Domain.Appeals;

namespace Ita.App.Results;

/// <summary>Publishes results, and tells which are published.</summary>
public sealed class Publishing(ResultTable results, SurveyClosing surveys, IOpenAppeals appeals, AuditTable audit, TimeProvider clock)
    : IPublishedResults
{
    public async Task<(bool Current, bool Any)?> FindPublishedAsync(FiscalYear year, string agency, CancellationToken cancellationToken) =>
        await results.FindAsync(year, agency, cancellationToken) is { } row ? (row.State == StoredResult.Published, row.Published is not null) : null;

    /// <summary>Publishes the current version and ends the agency's survey and appeals. A version that is already published keeps its time
    /// and reason.</summary>
    public async Task<Outcome<VersionEntry>> PublishAsync(
        FiscalYear year, string agency, Publication publication, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(publication);
        await appeals.CompleteAsync(year, agency, cancellationToken);
        if (await results.FindAsync(year, agency, cancellationToken) is not { } row)
        {
            return Refusal.NotFound();
        }

        if (publication.Version is { } seen && seen != row.Version)
        {
            return Refusal.Conflict("result-changed");
        }

        if (row.State == StoredResult.Published)
        {
            return row.Entry(row.Version)!;
        }

        var open = (await appeals.FindBlocksAsync(year, [agency], cancellationToken)).GetValueOrDefault(agency);
        if (open is not null && (publication.OverruleReason is null || !AppealBlocks.IsOverrulable(open)))
        {
            return Refusal.Conflict(open);
        }

        return await surveys.PublishAsync(year, agency, cancellationToken) is { } refusal
            ? refusal
            : await PublishAsync(row, publication, open is null ? null : publication.OverruleReason, cancellationToken);
    }

    // The row is written before the comments are ended: it states the reason, from which the timer can end them after an interruption.
    private async Task<Outcome<VersionEntry>> PublishAsync(
        ResultRow row, Publication publication, string? overruled, CancellationToken cancellationToken)
    {
        var (by, subject) = (publication.By, $"{row.Year}/{row.Agency} v{row.Version}");
        if (overruled is not null)
        {
            await audit.AppendAsync(by.Id, "appeals-overruled", subject, overruled, cancellationToken);
        }

        await audit.AppendAsync(by.Id, "published", subject, publication.Reason, cancellationToken);
        var published = row.PublishedNow(clock.GetUtcNow(), by.Id, publication.Reason, overruled);
        try
        {
            await results.PublishAsync(published, cancellationToken);
        }
        catch (RequestFailedException conflict) when (conflict.Status == StatusCodes.Status412PreconditionFailed)
        {
            return Refusal.Conflict("result-changed");
        }

        await appeals.EndAsync(published, by.Scope, cancellationToken);
        return published.Entry(published.Version)!;
    }
}
