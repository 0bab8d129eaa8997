namespace Ita.App.Runs;

/// <summary>Starts, once a year, the run over the fiscal year that ended last. The run's id follows from the year, so
/// a missed occurrence that fires later and a repeated call start no second run.</summary>
public sealed class AnnualRunStep(RunSteering runs, TimeProvider clock)
{
    private const string ByTimer = "timer";

    /// <returns>The outcome, for the log.</returns>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var run = await runs.StartAsync(RunOrder.Annual(EndedBefore(ThaiClock.Today(clock))), ByTimer, cancellationToken);
        return $"run {run.Id} {run.State}";
    }

    /// <summary>The fiscal year that ended last before a day.</summary>
    public static FiscalYear EndedBefore(DateOnly day) => FiscalYear.FromBuddhistEra(FiscalYear.Containing(day).BuddhistEra - 1);
}
