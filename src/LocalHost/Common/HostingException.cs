namespace Ita.LocalHost.Common;

/// <summary>The app cannot be hosted, its worker did not start, or a function failed; the message says which.</summary>
public sealed class HostingException(string message) : IOException(message);
