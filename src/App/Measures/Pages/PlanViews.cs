using Ita.App.Settings;
using Ita.Domain.Improvement;

namespace Ita.App.Measures.Pages;

/// <summary>Reads what the page of a plan shows.</summary>
internal sealed class PlanViews(StoredResults results, MeasureTable measures, SettingsTable settings)
{
    /// <summary>Null when the agency has no result.</summary>
    public async Task<PlanView?> FindAsync(
        FiscalYear year, string agency, string? done, ImmutableArray<FieldFault> faults, CancellationToken cancellationToken)
    {
        if (await results.FindAsync(year, agency, cancellationToken) is not { } now)
        {
            return null;
        }

        var thresholds = (await settings.FindAsync(year, agency, cancellationToken)).ToThresholds();
        var plan = await measures.ListAsync(year, agency, cancellationToken);
        var coverage = Coverage.Compute(now.Result, now.Framework, thresholds, plan);
        var suggestions = MeasureSuggestions.Suggest(now.Result, now.Framework, thresholds);
        return new(now, agency, plan, coverage, [.. OffersOf(suggestions, coverage)], done, faults);
    }

    // A measure of the library is offered once, with all open weaknesses that it raises.
    private static IEnumerable<Offer> OffersOf(ImmutableArray<Suggestion> suggestions, Coverage coverage) =>
        suggestions
            .Where(one => !coverage.IsKnown || coverage.Uncovered.Contains(one.Code))
            .SelectMany(one => one.Measures.Select(template => (template, one)))
            .GroupBy(pair => pair.template.Id)
            .Select(group => new Offer(group.First().template, [.. group.Select(pair => pair.one)]));
}
