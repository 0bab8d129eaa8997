namespace Ita.App.Runs;

/// <summary>Conversions between items of a run and their messages.</summary>
internal static class RunItemJobs
{
    /// <summary>The message that processes an item.</summary>
    public static RunItemJob ToJob(this RunItem item, Run run)
    {
        var year = run.Order.Year.BuddhistEra;
        return item.Kind == RunOrder.Result
            ? new ReviseItemJob(run.Id, year, item.Subject)
            : new PrintItemJob(run.Id, new RenderJob(year, item.Subject, item.Kind, item.Version ?? 1, run.Order.Digits, run.AsOf));
    }

    /// <summary>Subject and kind of the item that a message refers to.</summary>
    public static (string Subject, string Kind) Item(this RunItemJob job) => job switch
    {
        PrintItemJob print => (print.Report.Agency, print.Report.Kind),
        ReviseItemJob revise => (revise.Agency, RunOrder.Result),
        _ => throw new InvalidOperationException($"{job.GetType().Name} is not a message for an item."),
    };
}
