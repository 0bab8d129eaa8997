using Ita.Domain.Texts;

namespace Ita.App.Frameworks;

/// <summary>GET sample-size: the smallest number of respondents per instrument, with the rule.</summary>
internal static class SampleSizeApi
{
    public static void MapSampleSize(this IEndpointRouteBuilder api) =>
        api.MapGet("/sample-size", Get).Needs(Right.Anyone).Refuses(StatusCodes.Status404NotFound);

    private static Answer<SampleSizes> Get(int? fiscalYear, int? @internal, int? external, FrameworkCatalogue frameworks)
    {
        var year = frameworks.FindYear(fiscalYear ?? 0);
        if (year.IsRefused)
        {
            return year.Refusal;
        }

        if (frameworks.Get(year.Value).SampleRules.IsEmpty)
        {
            return Refusal.NotFound("samples-unknown", ("year", year.Value.ToString()));
        }

        return @internal is < 0 || external is < 0 || (@internal is null && external is null)
            ? Refusal.Invalid("sample-size-invalid")
            : new SampleSizes(year.Value, Minimums(frameworks, new(year.Value, "-", InternalStaff: @internal, ExternalStakeholders: external)));
    }

    private static IEnumerable<MinimumObject> Minimums(FrameworkCatalogue frameworks, Agency agency)
    {
        var framework = frameworks.Get(agency.Year);
        return framework.SampleRules
            .Where(rule => SampleSize.PopulationFor(framework, rule.Instrument, agency) is not null)
            .Select(rule => MinimumObject.From(framework, rule, agency));
    }

    private sealed record SampleSizes(FiscalYear FiscalYear, IEnumerable<MinimumObject> Minimums);

    /// <param name="Rule">The rule that was applied, in Thai.</param>
    private sealed record MinimumObject(string Instrument, int Population, int? Minimum, string Rule, string RuleEn, string Source)
    {
        public static MinimumObject From(Framework framework, SampleRule rule, Agency agency)
        {
            var population = SampleSize.PopulationFor(framework, rule.Instrument, agency)!.Value;
            var text = SampleTexts.Write(rule);
            return new(rule.Instrument, population, SampleSize.MinimumFor(framework, rule.Instrument, agency), text.Th, text.En, rule.Share.Source);
        }
    }
}
