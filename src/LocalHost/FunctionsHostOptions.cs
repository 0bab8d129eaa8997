using System.Security.Cryptography;

namespace Ita.LocalHost;

/// <summary>What to host, and where LocalHost may differ from host.json.</summary>
public sealed record FunctionsHostOptions
{
    /// <summary>The published app: host.json, worker.config.json and the worker.</summary>
    public required string AppFolder { get; init; }

    /// <summary>The public port on this machine; 0 picks a free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// App settings above the environment and local.settings.json. The worker inherits them.
    /// <c>AzureFunctionsJobHost__path__to__key</c> overrides a key of host.json.
    /// </summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>How long a failed queue message stays invisible, instead of <c>visibilityTimeout</c> of host.json.</summary>
    public TimeSpan? QueueVisibilityTimeout { get; init; }

    /// <summary>
    /// How long a message in work stays invisible after its host was killed, instead of the genuine host's ten minutes.
    /// For tests and <c>./run</c>, where a host that was killed must get its messages back soon. A message in work is renewed at half time.
    /// </summary>
    public TimeSpan? QueueLease { get; init; }

    /// <summary>The longest pause between two looks at an idle queue, instead of <c>maxPollingInterval</c> of host.json.</summary>
    public TimeSpan? QueuePollingInterval { get; init; }

    /// <summary>How long disposing waits for requests, functions and the worker before it kills the worker.</summary>
    public TimeSpan DrainLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Takes the lines of the host's log, the worker's among them. Default: stderr.</summary>
    public Action<string> Log { get; init; } = Console.Error.WriteLine;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where worker and request ids come from.</summary>
    public Func<Guid> NewId { get; init; } = () => new Guid(RandomNumberGenerator.GetBytes(16));
}
