namespace Ita.LocalHost.App;

/// <summary>The app folder cannot be hosted. The message lists every fault found, one a line.</summary>
public sealed class AppFolderException(string message) : Exception(message)
{
    internal static AppFolderException Listing(string folder, IEnumerable<string> faults) =>
        new($"The app in '{folder}' cannot be hosted:\n- {string.Join("\n- ", faults)}");
}
