using System.Text.Json;

namespace Ita.Functions.Jobs;

/// <summary>Messages carry references, never data.</summary>
public static class Job
{
    public static string Write<T>(T job) => JsonSerializer.Serialize(job, JsonSerializerOptions.Web);

    /// <exception cref="JsonException">Not a message of ours; it becomes poison and is shown as failed.</exception>
    public static T Read<T>(string message) =>
        JsonSerializer.Deserialize<T>(message, JsonSerializerOptions.Web) ?? throw new JsonException("The message is null.");
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
public sealed record RenderJob(int Year, string Agency, string Kind, int Version, string Digits, string AsOf);

/// <param name="Run">Deterministic: annual-2569.</param>
public sealed record PlanJob(string Run, int Year);
