using Ita.App.Reports;
using Ita.App.Settings;
using Ita.Domain.Improvement;
using Ita.Reports.Text;

namespace Ita.App.Desk;

/// <summary>Draws the page of a result.</summary>
internal sealed class ResultViews(ResultTable results, StoredResults stored, SettingsTable settings, ReportStates reports)
{
    /// <param name="isDone">True after the result was published.</param>
    /// <param name="reason">The reason that was typed; null when the page is shown first.</param>
    /// <param name="refusal">Why the result was not published; null when the page is shown first.</param>
    public async Task<IResult> PageAsync(
        HttpContext context, FiscalYear year, string agency, bool isDone, string? reason, Refusal? refusal, CancellationToken cancellationToken)
    {
        if (!FrameworkCatalogue.TryGet(year.BuddhistEra, out _) || await results.FindAsync(year, agency, cancellationToken) is not { } row)
        {
            return Refusal.NotFound().ToResult();
        }

        // All that the page needs follows from the row, so nothing waits for another read.
        ImmutableArray<ReportName> names = [.. NamesOf(row)];
        var reading = stored.ReadAsync(row, cancellationToken);
        var setting = settings.FindAsync(year, agency, cancellationToken);
        var stating = reports.ListAsync(row, names, context.SeesPublishedOnly(), cancellationToken);
        await Task.WhenAll(reading, setting, stating);

        var now = await reading;
        var thresholds = (await setting).ToThresholds();
        var lines = names.Zip(await stating, (name, state) => new ReportLine(name.Kind, name.Digits, state));
        var view = new ResultView(
            row, now, thresholds, Planner.Plan(now.Result, now.Framework),
            MeasureSuggestions.Suggest(now.Result, now.Framework, thresholds), [.. lines])
        {
            Holder = context.Features.Get<KeyHolder>(),
            IsDone = isDone,
            Reason = reason,
            Faults = refusal is null ? [] : FaultsOf(refusal),
        };
        return await PageAnswer.RenderAsync<ResultPage>(view, refusal is null ? StatusCodes.Status200OK : ProblemResult.StatusFor(refusal.Kind));
    }

    // The reason is the only field of the form; another version is at fault where none is.
    private static ImmutableArray<FieldFault> FaultsOf(Refusal refusal) =>
        [new(refusal.Kind == RefusalKind.Invalid ? PublishForm.ReasonId : "", refusal.Text.Th)];

    private static IEnumerable<ReportName> NamesOf(ResultRow row) =>
        from kind in ReportKind.All.Where(kind => kind.IsOfOneAgency)
        from digits in Enum.GetValues<Digits>()
        select new ReportName(row.Year, row.Agency, kind, row.Version, digits);
}
