using Ita.App.Rankings;
using Ita.App.Reports;
using Ita.App.Settings;
using Ita.Domain.Improvement;
using Ita.Reports.Text;

namespace Ita.App.Desk;

/// <summary>Reads what the page of a result shows: the row, and then everything else at once.</summary>
public sealed class ResultViews(
    ResultTable results, StoredResults stored, SettingsTable settings, ReportStates reports, AgencyRanking ranking,
    BestTenths bestTenths, IOpenAppeals appeals)
{
    /// <summary>Null when the agency has no result in that year.</summary>
    public async Task<ResultView?> FindAsync(FiscalYear year, string agency, HttpContext context, CancellationToken cancellationToken)
    {
        if (await results.FindAsync(year, agency, cancellationToken) is not { } row)
        {
            return null;
        }

        ImmutableArray<ReportName> names = [.. NamesOf(row)];
        var reading = stored.ReadAsync(row, cancellationToken);
        var setting = settings.FindAsync(year, agency, cancellationToken);
        var listing = reports.ListAsync(row, names, context.SeesPublishedOnly(), cancellationToken);
        var ranked = ranking.FindAsync(year, agency, !context.MayReadAllDrafts(), cancellationToken);
        await Task.WhenAll(reading, setting, listing, ranked);
        if (await reading is not { } now)
        {
            return null;
        }

        var thresholds = (await setting).ToThresholds();
        var lines = names.Zip(await listing, (name, state) => new ReportLine(name.Kind, name.Digits, state));
        var holder = context.Features.Get<KeyHolder>();
        var mayPublish = row.State == StoredResult.Draft && holder is { Scope: not KeyScope.Agency };
        var open = mayPublish ? (await appeals.FindBlocksAsync(year, [agency], cancellationToken)).GetValueOrDefault(agency) : null;
        var plan = Planner.Plan(now.Result, now.Framework);
        return new(
            row, now, thresholds, plan, MeasureSuggestions.Suggest(now.Result, now.Framework, thresholds),
            [.. lines])
        {
            Holder = holder,
            Raises = plan is PlanOutcome.Found found
                ? RealisticRaises.Find(now.Result, now.Framework, found.ByPoints, await bestTenths.FindAsync(now.Result, cancellationToken))
                : null,
            Peers = (await ranked)?.Groups ?? [],
            SeesDrafts = context.MayReadAllDrafts(),
            Publish = mayPublish ? new(row, null, [], open?.Text.Th) : null,
        };
    }

    private static IEnumerable<ReportName> NamesOf(ResultRow row) =>
        from kind in ReportKind.All.Where(kind => kind.IsOfOneAgency)
        from digits in Enum.GetValues<Digits>()
        select new ReportName(row.Year, row.Agency, kind, row.Version, digits);
}
