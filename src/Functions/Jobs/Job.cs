using System.Text.Json;

namespace Ita.Functions.Jobs;

/// <summary>Messages carry references, never data.</summary>
public static class Job
{
    // A message of somebody else must not read as one of ours with its fields missing.
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static string Write<T>(T job) => JsonSerializer.Serialize(job, Strict);

    /// <exception cref="JsonException">Not a message of ours; it becomes poison and is shown as failed.</exception>
    public static T Read<T>(string message) =>
        JsonSerializer.Deserialize<T>(message, Strict) ?? throw new JsonException("The message is null.");
}

/// <param name="Upload">The upload's id.</param>
public sealed record IngestJob(string Upload);

/// <summary>Score one agency anew from what is stored.</summary>
/// <param name="Year">Buddhist Era.</param>
/// <param name="Upload">The upload that made it necessary, or <see cref="Results.Origin.Survey"/>.</param>
public sealed record ScoreJob(int Year, string Agency, string Upload);

/// <param name="Agency">Its code, or what a summary is over.</param>
/// <param name="Version">The result's version that is printed.</param>
/// <param name="Digits">thai or arabic.</param>
/// <param name="AsOf">The day it was asked for in Bangkok, yyyy-MM-dd: by it rounds are overdue.</param>
/// <param name="Run">The run whose item this is; null when somebody asked for this report alone.</param>
public sealed record RenderJob(int Year, string Agency, string Kind, int Version, string Digits, string AsOf, string? Run = null);

/// <summary>A step of planning a run: the agencies behind a key, or, when all are planned, a look at how far they are.</summary>
/// <param name="Run">Deterministic: annual-2569.</param>
/// <param name="Round">Which planning of the run; 0 asks for the year's annual run.</param>
/// <param name="Step">Counts the messages of a round.</param>
/// <param name="After">The key of the last agency planned so far; null before the first.</param>
public sealed record PlanJob(string Run, int Year, int Round = 0, int Step = 0, string? After = null);
