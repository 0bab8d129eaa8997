namespace Ita.LocalHost.App;

/// <summary>A published Functions app: its settings, host.json and the command that starts its worker.</summary>
internal sealed record AppFolder(string Root, Settings Settings, HostJson Host, WorkerConfig Worker)
{
    /// <exception cref="AppFolderException">The folder cannot be hosted.</exception>
    public static AppFolder Read(string folder, IReadOnlyDictionary<string, string> given)
    {
        var root = Path.GetFullPath(folder);
        var settings = Settings.Read(root, given);
        return new(root, settings, HostJson.Read(root, settings), WorkerConfig.Read(root));
    }
}
