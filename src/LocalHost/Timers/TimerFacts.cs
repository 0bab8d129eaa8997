using System.Text.Json;
using System.Text.Json.Nodes;
using Ita.LocalHost.App;
using Ita.LocalHost.Invocations;

namespace Ita.LocalHost.Timers;

/// <summary>A run of a timer as a trigger value (contract.md, section 2.3).</summary>
internal static class TimerFacts
{
    /// <param name="state">Null with <c>useMonitor: false</c>.</param>
    /// <param name="isPastDue">Whether this run makes up for a missed one.</param>
    public static TriggerValue Of(TimerState? state, bool isPastDue) => new(
        new NodeValue(new JsonObject
        {
            ["Schedule"] = new JsonObject { ["AdjustForDST"] = true },
            ["ScheduleStatus"] = JsonSerializer.SerializeToNode(state, JsonText.Plain),
            ["IsPastDue"] = isPastDue,
        }),
        []);
}
