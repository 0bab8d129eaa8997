using System.Globalization;

namespace Ita.App.Tests.Faults;

/// <summary>What a test with chance in it may be told, to play it again or to play it for longer.</summary>
internal static class Replay
{
    /// <summary><c>ITA_FAULT_SEED</c>, else another one each time. Threads still decide which call meets which fault.</summary>
    public static int Seed { get; } = Setting("ITA_FAULT_SEED", Environment.TickCount);

    /// <summary><c>ITA_FAULT_KILLS</c>, else 20.</summary>
    public static int Kills { get; } = Setting("ITA_FAULT_KILLS", 20);

    /// <summary>To be printed, so that a failure can be played again.</summary>
    public static string Told => $"ITA_FAULT_SEED={Seed} ITA_FAULT_KILLS={Kills}";

    private static int Setting(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } set ? int.Parse(set, CultureInfo.InvariantCulture) : usual;
}
