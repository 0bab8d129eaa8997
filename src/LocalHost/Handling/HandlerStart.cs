using System.Diagnostics;
using System.Globalization;
using Ita.LocalHost.App;

namespace Ita.LocalHost.Handling;

/// <summary>The command line and environment the host gives the handler (contract.md, section 1).</summary>
internal static class HandlerStart
{
    public static ProcessStartInfo Of(AppFolder app, int port, Guid workerId, bool setImageTraps)
    {
        var handler = app.Host.Handler;
        var start = new ProcessStartInfo
        {
            FileName = Executable(app, handler),
            Arguments = string.Join(' ', handler.Arguments.Select(app.Settings.ExpandOrDrop)),
            WorkingDirectory = Path.GetFullPath(Path.Combine(app.Root, handler.WorkingDirectory)),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment(app, port, workerId, setImageTraps))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    // A file of the app, else a program on PATH.
    private static string Executable(AppFolder app, HandlerDescription handler)
    {
        var named = app.Settings.ExpandOrDrop(handler.Executable);
        var inApp = Path.Combine(app.Root, named);
        return File.Exists(inApp) ? inApp : named;
    }

    private static IEnumerable<KeyValuePair<string, string>> Environment(AppFolder app, int port, Guid workerId, bool setImageTraps)
    {
        var portText = port.ToString(CultureInfo.InvariantCulture);
        var traps = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = "http://+:80",
            ["ASPNETCORE_CONTENTROOT"] = "/azure-functions-host",
        };
        var own = new Dictionary<string, string>
        {
            ["FUNCTIONS_CUSTOMHANDLER_PORT"] = portText,
            ["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = workerId.ToString(),
            ["FUNCTIONS_HTTPWORKER_PORT"] = portText,
            ["FUNCTIONS_HTTPWORKER_ID"] = workerId.ToString(),
            ["FUNCTIONS_APP_ROOT_PATH"] = app.Root,
        };
        return [.. app.Settings.Added, .. setImageTraps ? traps : [], .. own];
    }
}
