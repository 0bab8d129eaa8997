using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ita.App.Runs;
using Ita.App.Uploads;

namespace Ita.App.Jobs;

/// <summary>Queue messages as JSON. Messages carry references, never data.</summary>
/// <remarks>
/// Beside its job a message carries the W3C <c>traceparent</c> of its sender, so that a print can be followed back to the request that
/// asked for it.
/// </remarks>
public static class Job
{
    private const string TraceParent = "traceparent";

    // A message of another sender must not read as one of ours with its fields missing.
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static string Write<T>(T job)
    {
        if (Activity.Current is not { IdFormat: ActivityIdFormat.W3C, Id: { } trace })
        {
            return JsonSerializer.Serialize(job, Strict);
        }

        var message = JsonSerializer.SerializeToNode(job, Strict)!.AsObject();
        message[TraceParent] = trace;
        return message.ToJsonString(Strict);
    }

    /// <exception cref="JsonException">Not a message of ours; it ends on the poison queue.</exception>
    public static T Read<T>(ReadOnlySpan<byte> message) =>
        JsonSerializer.Deserialize<T>(message, Strict) ?? throw new JsonException("The message is null.");

    /// <summary>The sender's trace; default when the message names none.</summary>
    public static ActivityContext TraceOf(ReadOnlySpan<byte> message)
    {
        try
        {
            var carrier = JsonSerializer.Deserialize<Carrier>(message, JsonSerializerOptions.Web);
            return ActivityContext.TryParse(carrier?.TraceParent, null, isRemote: true, out var trace) ? trace : default;
        }
        catch (JsonException)
        {
            // Reading the job itself reports what is wrong with the message.
            return default;
        }
    }

    private sealed record Carrier(string? TraceParent);
}

/// <param name="Upload">The upload's id.</param>
public sealed record IngestJob(string Upload);

/// <summary>Score one agency again from what is stored.</summary>
/// <param name="Year">Buddhist Era.</param>
/// <param name="Upload">The upload that made it necessary, or <see cref="Results.Origin.Survey"/>.</param>
public sealed record ScoreJob(int Year, string Agency, string Upload);

/// <param name="Agency">Its code, or the scope of a summary.</param>
/// <param name="Version">The result's version that is printed.</param>
/// <param name="Digits">thai or arabic.</param>
/// <param name="AsOf">The day it was asked for in Thailand, yyyy-MM-dd: by it rounds are overdue.</param>
/// <param name="Run">The run whose item this is; null for a report that a person asked for.</param>
public sealed record RenderJob(int Year, string Agency, string Kind, int Version, string Digits, string AsOf, string? Run = null);

/// <summary>A step of planning a run: the agencies behind a key, or, when all are planned, a count of those that are settled.</summary>
/// <param name="Run">Deterministic: annual-2569.</param>
/// <param name="Round">Which planning of the run.</param>
/// <param name="Step">Counts the messages of a round.</param>
/// <param name="After">The key of the last agency planned so far; null before the first.</param>
public sealed record PlanJob(string Run, int Year, int Round = 0, int Step = 0, string? After = null);
