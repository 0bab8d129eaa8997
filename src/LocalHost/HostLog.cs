using System.Globalization;

namespace Ita.LocalHost;

/// <summary>LocalHost's own log: one line an event, never on stdout.</summary>
internal sealed class HostLog(Action<string> write, TimeProvider clock)
{
    private readonly Lock turn = new();

    public void Information(string source, string text) => Line("info ", source, text);

    public void Warning(string source, string text) => Line("warn ", source, text);

    public void Error(string source, string text) => Line("error", source, text);

    private void Line(string level, string source, string text)
    {
        var time = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        lock (turn)
        {
            write($"{time} {level} [{source}] {text}");
        }
    }
}
