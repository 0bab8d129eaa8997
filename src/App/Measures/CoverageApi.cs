using Ita.App.Results.Analysis;
using Ita.App.Settings;
using Ita.Domain.Analysis;
using Ita.Domain.Improvement;

namespace Ita.App.Measures;

/// <summary>GET measures/{year}/{agency}/coverage, …/suggestions, …/effects: the plan compared with the results.</summary>
internal static class CoverageApi
{
    public static void MapCoverage(this IEndpointRouteBuilder measures)
    {
        measures.MapGet("/coverage", GetCoverageAsync);
        measures.MapGet("/suggestions", SuggestAsync);
        measures.MapGet("/effects", GetEffectsAsync);
    }

    private static async Task<Answer<CoverageObject>> GetCoverageAsync(
        int year, string agency, decimal? pass, decimal? full, StoredResults results, MeasureTable measures, SettingsTable settings,
        CancellationToken cancellationToken)
    {
        if (await results.FindAsync(FiscalYear.FromBuddhistEra(year), agency, cancellationToken) is not { } now)
        {
            return Refusal.NotFound();
        }

        if (AnalysisApi.Thresholds(await settings.FindAsync(now.Result.Year, agency, cancellationToken), pass, full) is not { } thresholds)
        {
            return Refusal.Invalid("thresholds-invalid");
        }

        var plan = await measures.ListAsync(now.Result.Year, agency, cancellationToken);
        return CoverageObject.From(Coverage.Compute(now.Result, now.Framework, thresholds, plan));
    }

    private static async Task<Answer<ImmutableArray<GainObject>>> SuggestAsync(
        int year, string agency, decimal? pass, decimal? full, StoredResults results, SettingsTable settings, CancellationToken cancellationToken)
    {
        if (await results.FindAsync(FiscalYear.FromBuddhistEra(year), agency, cancellationToken) is not { } now)
        {
            return Refusal.NotFound();
        }

        return AnalysisApi.Thresholds(await settings.FindAsync(now.Result.Year, agency, cancellationToken), pass, full) is { } thresholds
            ? MeasureSuggestions.Suggest(now.Result, now.Framework, thresholds).Select(GainObject.From).ToImmutableArray()
            : Refusal.Invalid("thresholds-invalid");
    }

    private static async Task<Answer<ImmutableArray<EffectObject>>> GetEffectsAsync(
        int year, string agency, HttpContext context, StoredResults results, MeasureTable measures, CancellationToken cancellationToken)
    {
        if (await results.FindAsync(FiscalYear.FromBuddhistEra(year), agency, cancellationToken) is not { } before)
        {
            return Refusal.NotFound();
        }

        if (await results.FindAsync(before.Result.Year, 1, agency, context.SeesPublishedOnly(), cancellationToken) is not { } after)
        {
            return Refusal.NotFound("no-later-year");
        }

        var years = YearOverYear.Compare(before.Result, before.Framework, after.Result, after.Framework);
        return MeasureOutcome.Compare(await measures.ListAsync(before.Result.Year, agency, cancellationToken), years)
            .Select(EffectObject.From).ToImmutableArray();
    }

    /// <param name="WithoutWeakness">Ids of measures whose items are not weak.</param>
    /// <param name="Unassigned">Ids of measures that name neither items nor an issue whose items are known.</param>
    /// <param name="IsKnown">False when no measure says what it addresses; nothing is said of weaknesses then.</param>
    private sealed record CoverageObject(
        ImmutableArray<string> Uncovered,
        IEnumerable<string> WithoutWeakness,
        IEnumerable<IncompleteObject> Incomplete,
        IEnumerable<string> Unassigned,
        bool IsKnown)
    {
        public static CoverageObject From(Coverage coverage) => new(
            coverage.Uncovered,
            coverage.WithoutWeakness.Select(measure => measure.Id),
            coverage.Incomplete.Select(one => new IncompleteObject(one.Measure.Id, one.Missing)),
            coverage.Unassigned.Select(measure => measure.Id),
            coverage.IsKnown);
    }

    private sealed record IncompleteObject(string Id, ImmutableArray<MissingField> Missing);

    private sealed record EffectObject(string Id, string Measure, IEnumerable<ItemEffect> Items)
    {
        public static EffectObject From(MeasureOutcome one) => new(
            one.Measure.Id,
            one.Measure.Title,
            one.Effects.Select(effect => new ItemEffect(effect.Code, effect.Change is { } change ? ChangeRowObject.From(change) : null)));
    }

    /// <param name="Change">Null when the item cannot be compared.</param>
    private sealed record ItemEffect(string Code, ChangeRowObject? Change);
}
