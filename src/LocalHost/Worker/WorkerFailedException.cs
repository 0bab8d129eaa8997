namespace Ita.LocalHost.Worker;

/// <summary>The worker does not start, and the host gives up.</summary>
public sealed class WorkerFailedException(string message, Exception? cause = null) : Exception(message, cause);
