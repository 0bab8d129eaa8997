namespace Ita.App.Results;

/// <summary>The appeals that a publication waits for.</summary>
public interface IOpenAppeals
{
    /// <summary>Why drafts cannot be published now, by agency. Agencies whose appeals prevent nothing are left out.</summary>
    Task<ImmutableDictionary<string, Problem>> FindBlocksAsync(
        FiscalYear year, IReadOnlyCollection<string> agencies, CancellationToken cancellationToken);

    /// <summary>Completes the acceptances of an agency that were interrupted, which can make a new version.</summary>
    Task CompleteAsync(FiscalYear year, string agency, CancellationToken cancellationToken);

    /// <summary>Ends the open comments on a published result. The timer does the same when this is interrupted.</summary>
    /// <param name="by">Who published.</param>
    Task EndAsync(ResultRow published, KeyScope by, CancellationToken cancellationToken);
}
