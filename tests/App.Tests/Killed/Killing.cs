using System.Diagnostics;
using Ita.App.Tests.Hosting;
using Ita.Reports.Tests.Printing;

namespace Ita.App.Tests.Killed;

/// <summary>Sends SIGKILL to the worker but not to its child processes, as the Functions host does.</summary>
internal static class Killing
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The child processes of the worker at the time it was killed.</summary>
    public static IReadOnlyList<ProcessSeen> Kill(AppOnHost app)
    {
        using var victim = Process.GetProcessById(app.Host.WorkerProcessId);
        var below = Processes.Below(victim.Id);
        victim.Kill(entireProcessTree: false);
        return below;
    }

    public static Task RestartedAsync(AppOnHost app, int before) => Eventually.TrueAsync(
        () => Task.FromResult(app.Host.WorkerProcessId != before), "the handler's next life");

    public static Task GoneAsync(IReadOnlyList<ProcessSeen> orphans) => Eventually.TrueAsync(
        () => Task.FromResult(!orphans.Any(Processes.IsRunning)), "no orphan", Patience);
}
