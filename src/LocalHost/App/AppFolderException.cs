namespace Ita.LocalHost.App;

/// <summary>The app folder cannot be hosted; the message says why.</summary>
public sealed class AppFolderException(string message) : Exception(message);
