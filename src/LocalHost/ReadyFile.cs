using System.Text.Json.Nodes;

namespace Ita.LocalHost;

/// <summary>Tells scripts that the host is ready, and where.</summary>
internal static class ReadyFile
{
    /// <summary>Written beside and then moved, so that a reader never sees half of it.</summary>
    public static void Write(string path, FunctionsHost host)
    {
        var text = new JsonObject
        {
            ["port"] = host.Address.Port,
            ["workerPort"] = host.WorkerAddress.Port,
            ["workerPid"] = host.WorkerProcessId,
        };
        var beside = path + ".part";
        File.WriteAllText(beside, text.ToJsonString());
        File.Move(beside, path, overwrite: true);
    }
}
