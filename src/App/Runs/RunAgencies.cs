using Ita.App.Agencies;

namespace Ita.App.Runs;

/// <summary>An agency within the scope of a run.</summary>
/// <param name="Key">Its code as a table key.</param>
/// <param name="Result">The summary of its current result; null when it has none.</param>
/// <param name="IsKnown">True when it is registered or scored in that year.</param>
public sealed record RunAgency(string Key, string? Name, string? Type, string? Province, ResultBrief? Result, bool IsKnown)
{
    public string Code => TableKey.Unescape(Key);
}

/// <summary>Lists the agencies of a scope page by page: all that are registered or scored in the year, in key
/// order.</summary>
public sealed class RunAgencies(AgencyTable registry, ResultTable results)
{
    private const int PageSize = 1_000;

    /// <param name="after">The last key of the page before; null for the first page.</param>
    /// <param name="size">The maximum number of agencies read; the page contains those of them that are in the
    /// scope.</param>
    /// <returns>The page and the key to continue after; null when it is the last page.</returns>
    public async Task<(IReadOnlyList<RunAgency> Page, string? Next)> PageAsync(
        FiscalYear year, RunScope scope, string? after, int size, CancellationToken cancellationToken)
    {
        var listed = scope.IsList ? Listed(scope, after, size) : null;
        var registered = listed is null
            ? await registry.AfterAsync(year, after ?? "", size, cancellationToken)
            : await registry.FindByKeysAsync(year, listed, cancellationToken);
        var scored = listed is null
            ? await results.BriefsAfterAsync(year, after ?? "", size, cancellationToken)
            : await results.BriefsAsync(year, listed, cancellationToken);
        string[] keys = [.. (listed ?? registered.Keys.Union(scored.Keys)).Order(StringComparer.Ordinal).Take(size)];
        var page = keys.Select(key => Of(key, registered.GetValueOrDefault(key), scored.GetValueOrDefault(key)));
        return ([.. page.Where(agency => scope.Holds(agency.Province, agency.Type))], keys.Length < size ? null : keys[^1]);
    }

    /// <summary>Why a run of the scope would make nothing: no agency of the year has that province and type. Null for the nation and for a list,
    /// whose missing agencies have their own lines in the manifest.</summary>
    public async Task<Refusal?> FindRefusalAsync(FiscalYear year, RunScope scope, CancellationToken cancellationToken)
    {
        var isEmpty = scope is { IsNation: false, IsList: false };
        string? next = null;
        do
        {
            (var page, next) = isEmpty ? await PageAsync(year, scope, next, PageSize, cancellationToken) : ([], null);
            isEmpty &= page.Count == 0;
        }
        while (isEmpty && next is not null);

        var asked = string.Join(' ', new[] { scope.Type, scope.Province }.OfType<string>());
        return !isEmpty ? null : new GroupNames(scope.Province, scope.Type).FindUnknown(RefusalKind.Invalid)
            ?? Refusal.NotFound("run-scope-empty", ("scope", asked), ("year", year.ToString()));
    }

    private static string[] Listed(RunScope scope, string? after, int size) =>
        [.. scope.Agencies.Select(TableKey.Escape).Order(StringComparer.Ordinal).Where(key => string.CompareOrdinal(key, after) > 0).Take(size)];

    // The registry has the current values; a result keeps those of the time when it was scored.
    private static RunAgency Of(string key, Agency? registered, ResultBrief? result) => new(
        key,
        registered?.Name ?? result?.Name,
        registered?.Type ?? result?.Type,
        registered?.Province ?? result?.Province,
        result,
        registered is not null || result is not null);
}
