namespace Ita.App.Tests.Faults;

/// <summary>Settings to repeat a randomised test, or to run it for longer.</summary>
internal static class Replay
{
    /// <summary><c>ITA_FAULT_SEED</c>; otherwise a new one each time. Which call is affected by which fault still
    /// depends on the threads.</summary>
    public static int Seed { get; } = Setting("ITA_FAULT_SEED", Environment.TickCount);

    /// <summary><c>ITA_FAULT_KILLS</c>; 20 by default.</summary>
    public static int Kills { get; } = Setting("ITA_FAULT_KILLS", 20);

    /// <summary>The settings to print, so that a failure can be repeated.</summary>
    public static string Told => $"ITA_FAULT_SEED={Seed} ITA_FAULT_KILLS={Kills}";

    private static int Setting(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } set ? int.Parse(set, CultureInfo.InvariantCulture) : usual;
}
