using Ita.App.Jobs;

namespace Ita.App.Runs;

/// <summary>The message that asks for one item of a run.</summary>
public static class RunJobs
{
    public static RenderJob Of(Run run, RunItem item) =>
        new(run.Order.Year.BuddhistEra, item.Subject, item.Kind, item.Version ?? 1, run.Order.Digits, run.AsOf, run.Id);
}
