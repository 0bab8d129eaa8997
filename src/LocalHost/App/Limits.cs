using Microsoft.Extensions.Configuration;

namespace Ita.LocalHost.App;

/// <summary>
/// <c>extensions.queues</c> of host.json. At most <see cref="BatchSize"/> + <see cref="NewBatchThreshold"/> messages of one
/// queue are in flight; a new batch is fetched when no more than the threshold are left.
/// </summary>
internal sealed record QueueLimits(
    int BatchSize, int NewBatchThreshold, int MaxDequeueCount, TimeSpan VisibilityTimeout, TimeSpan MaxPollingInterval, bool IsBase64)
{
    /// <summary>How long a message in work stays invisible when its host dies; the real host's ten minutes, which no setting of host.json changes.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The most messages the Queue service hands out at once.</summary>
    public const int LargestBatch = 32;

    public static QueueLimits From(IConfigurationSection json) => new(
        Math.Clamp(json.GetValue("batchSize", 16), 1, LargestBatch),
        json.GetValue("newBatchThreshold", 8 * Environment.ProcessorCount),
        json.GetValue("maxDequeueCount", 5),
        json.GetValue("visibilityTimeout", TimeSpan.Zero),
        json.GetValue("maxPollingInterval", TimeSpan.FromMinutes(1)),
        !string.Equals(json["messageEncoding"], "none", StringComparison.OrdinalIgnoreCase));
}

/// <summary><c>extensions.blobs</c> of host.json: blobs of one function in flight, and tries before a blob counts as poison.</summary>
internal sealed record BlobLimits(int MaxDegreeOfParallelism, int PoisonBlobThreshold)
{
    public static BlobLimits From(IConfigurationSection json) => new(
        json.GetValue("maxDegreeOfParallelism", 8 * Environment.ProcessorCount),
        json.GetValue("poisonBlobThreshold", 5));
}
