namespace Ita.App.Runs;

/// <summary>Starts, once a year, the run over the fiscal year that ended last. The run's id follows from the year, so
/// a missed occurrence that fires later and a repeated call start no second run.</summary>
public sealed class AnnualRunStep(RunSteering runs, TimeProvider clock)
{
    private const string ByTimer = "timer";

    /// <returns>The outcome, for the log.</returns>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var ended = FiscalYear.FromBuddhistEra(FiscalYear.Containing(ThaiClock.Today(clock)).BuddhistEra - 1);
        var run = await runs.StartAsync(RunOrder.Annual(ended), ByTimer, cancellationToken);
        return $"run {run.Id} {run.State}";
    }
}
