namespace Ita.App.Runs;

/// <summary>What can be done with a run: pause, resume, cancel, retry.</summary>
/// <param name="Name">The last part of the address in the API.</param>
internal sealed record RunVerb(
    string Name, Func<RunSteering, string, CancellationToken, Task<Run?>> Steer, Func<Run, bool> IsWanted)
{
    public static ImmutableArray<RunVerb> All { get; } =
    [
        new("pause", (steering, id, stop) => steering.PauseAsync(id, stop), run => run.State is "paused"),
        new("resume", (steering, id, stop) => steering.ResumeAsync(id, stop), run => !run.IsFinished),
        new("cancel", (steering, id, stop) => steering.CancelAsync(id, stop), run => run.State is "cancelled"),
        new("retry", (steering, id, stop) => steering.RetryAsync(id, stop), run => run.Control == RunControl.Active),
    ];

    /// <summary>The run afterwards. A run that is not in the wanted state then was in a state that does not allow the verb.</summary>
    public async Task<Outcome<Run>> CarryOutAsync(RunSteering steering, string id, CancellationToken cancellationToken) =>
        await Steer(steering, id, cancellationToken) switch
        {
            null => Refusal.NotFound(),
            var run when IsWanted(run) => run,
            var run => Refusal.Conflict("run-not-in-state", ("state", run.State)),
        };
}
