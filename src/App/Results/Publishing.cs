using Ita.App.Surveys;

namespace Ita.App.Results;

/// <summary>Publishes results, and tells which are published.</summary>
public sealed class Publishing(ResultTable results, SurveyClosing surveys, AuditTable audit, TimeProvider clock) : IPublishedResults
{
    public async Task<(bool Current, bool Any)?> FindPublishedAsync(FiscalYear year, string agency, CancellationToken cancellationToken) =>
        await results.FindAsync(year, agency, cancellationToken) is { } row ? (row.State == StoredResult.Published, row.Published is not null) : null;

    /// <summary>Publishes the current version and ends the agency's survey. A version that is already published keeps its time and reason.</summary>
    /// <param name="by">The id of the caller's key.</param>
    /// <param name="version">The version that the caller has seen; null for the current one.</param>
    public async Task<Outcome<VersionEntry>> PublishAsync(
        FiscalYear year, string agency, string by, string? reason, int? version, CancellationToken cancellationToken)
    {
        if (await results.FindAsync(year, agency, cancellationToken) is not { } row)
        {
            return Refusal.NotFound();
        }

        if (version is { } seen && seen != row.Version)
        {
            return Refusal.Conflict("result-changed");
        }

        if (row.State == StoredResult.Published)
        {
            return row.Entry(row.Version)!;
        }

        if (await surveys.PublishAsync(year, agency, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await audit.AppendAsync(by, "published", $"{row.Year}/{row.Agency} v{row.Version}", reason, cancellationToken);
        var published = row.PublishedNow(clock.GetUtcNow(), by, reason);
        try
        {
            await results.PublishAsync(published, cancellationToken);
        }
        catch (RequestFailedException conflict) when (conflict.Status == StatusCodes.Status412PreconditionFailed)
        {
            return Refusal.Conflict("result-changed");
        }

        return published.Entry(published.Version)!;
    }
}
