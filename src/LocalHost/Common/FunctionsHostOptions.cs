using System.Security.Cryptography;

namespace Ita.LocalHost.Common;

/// <summary>The app to host, and the options that override host.json.</summary>
public sealed record FunctionsHostOptions
{
    /// <summary>The published app: host.json, worker.config.json and the worker.</summary>
    public required string AppFolder { get; init; }

    /// <summary>The public port on this machine; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// App settings that override the environment and local.settings.json. The worker's process has them too.
    /// <c>AzureFunctionsJobHost__path__to__key</c> overrides a key of host.json.
    /// </summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>How long a failed queue message stays invisible, instead of <c>visibilityTimeout</c> of host.json.</summary>
    public TimeSpan? QueueVisibilityTimeout { get; init; }

    /// <summary>
    /// How long a message in work stays invisible after its host was killed, instead of the ten minutes of the WebJobs SDK.
    /// For tests in which a message must soon be delivered again. While the host runs, it renews this time when half of it has passed.
    /// </summary>
    public TimeSpan? QueueLease { get; init; }

    /// <summary>The longest pause between two polls of an empty queue, instead of <c>maxPollingInterval</c> of host.json.</summary>
    public TimeSpan? QueuePollingInterval { get; init; }

    /// <summary>How long disposing waits for requests, functions and the worker before it kills the worker.</summary>
    public TimeSpan DrainLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Receives the lines of the log of the host and of the worker. Default: stderr.</summary>
    public Action<string> Log { get; init; } = Console.Error.WriteLine;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Creates the ids of workers and requests.</summary>
    public Func<Guid> NewId { get; init; } = () => new Guid(RandomNumberGenerator.GetBytes(16));
}
