namespace Ita.LocalHost.Handling;

/// <summary>The handler failed so often, or for so long, that the host shuts down.</summary>
public sealed class HandlerFailedException(string message, Exception? cause = null) : Exception(message, cause);
