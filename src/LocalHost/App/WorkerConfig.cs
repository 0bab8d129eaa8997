using Microsoft.Extensions.Configuration;

namespace Ita.LocalHost.App;

/// <summary>worker.config.json, which the build of an isolated worker writes: the command line that starts the worker.</summary>
internal sealed record WorkerConfig(IReadOnlyList<string> Command)
{
    /// <exception cref="AppFolderException">The folder holds no isolated worker.</exception>
    public static WorkerConfig Read(string appFolder)
    {
        var path = Path.Combine(appFolder, "worker.config.json");
        if (!File.Exists(path))
        {
            throw new AppFolderException($"There is no worker.config.json in '{appFolder}': it is not the publish folder of an isolated worker.");
        }

        var description = new ConfigurationBuilder().AddJsonFile(path).Build().GetSection("description");
        var root = appFolder + Path.DirectorySeparatorChar;
        string Expanded(string key) => (description[key] ?? throw new AppFolderException($"worker.config.json has no description.{key}."))
            .Replace("{WorkerRoot}", root, StringComparison.Ordinal);
        return new([Expanded("defaultExecutablePath"), Path.Combine(root, Expanded("defaultWorkerPath"))]);
    }
}
