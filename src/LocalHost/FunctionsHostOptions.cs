using System.Security.Cryptography;

namespace Ita.LocalHost;

/// <summary>What to host, and where LocalHost may differ from host.json.</summary>
public sealed record FunctionsHostOptions
{
    /// <summary>The published app: host.json, one folder with function.json a function, and the handler.</summary>
    public required string AppFolder { get; init; }

    /// <summary>The public port on this machine; 0 picks a free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// App settings above the environment and local.settings.json. The handler inherits them.
    /// <c>AzureFunctionsJobHost__path__to__key</c> overrides a key of host.json.
    /// </summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>How long a failed queue message stays invisible, instead of <c>visibilityTimeout</c> of host.json.</summary>
    public TimeSpan? QueueVisibilityTimeout { get; init; }

    /// <summary>
    /// How long a message in work stays invisible when its host dies, instead of the real host's ten minutes. It is renewed at half time; a
    /// short one brings a message back soon, even while a handler that lost its host still works on it.
    /// </summary>
    public TimeSpan? QueueLease { get; init; }

    /// <summary>The longest pause between two looks at an idle queue, instead of <c>maxPollingInterval</c> of host.json.</summary>
    public TimeSpan? QueuePollingInterval { get; init; }

    /// <summary>The pause between two listings of a container. A slow listing makes it longer.</summary>
    public TimeSpan BlobPollingInterval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How HTTP functions reach the handler, instead of what host.json asks for.</summary>
    public HttpMode? HttpMode { get; init; }

    /// <summary>
    /// Whether the handler inherits ASPNETCORE_URLS and ASPNETCORE_CONTENTROOT as the container images set them,
    /// so that the trap is met every day and not on the day of deployment (contract.md, section 1).
    /// </summary>
    public bool SetImageTraps { get; init; } = true;

    /// <summary>Takes the lines of LocalHost's log, the handler's stdout and stderr among them. Default: stderr.</summary>
    public Action<string> Log { get; init; } = Console.Error.WriteLine;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where invocation ids come from.</summary>
    public Func<Guid> NewId { get; init; } = () => new Guid(RandomNumberGenerator.GetBytes(16));
}
