namespace Ita.App.Tests.Faults;

/// <summary>A fault of storage or of the connection to it.</summary>
public enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>503 before the call was executed: the account is busy.</summary>
    Busy,

    /// <summary>500 although the call was executed.</summary>
    LostAnswer,

    /// <summary>The connection is closed before the call is executed.</summary>
    CutBefore,

    /// <summary>The connection is closed after the call was executed.</summary>
    CutAfter,

    /// <summary>The call and its response are delayed.</summary>
    Slow,

    /// <summary>412 for a conditional call, as after a concurrent change that wrote the same.</summary>
    Clash,
}

/// <summary>The probability of each fault per call, 0 to 1.</summary>
/// <param name="Clash">Applies to conditional calls; each entity or blob clashes once.</param>
public sealed record FaultRates(double Busy = 0, double LostAnswer = 0, double CutBefore = 0, double CutAfter = 0, double Slow = 0, double Clash = 0)
{
    public static FaultRates None { get; } = new();

    /// <summary>About one call in nine fails or is delayed; conditional calls can also clash. Cuts are rarer, because the
    /// clients wait almost a second after one.</summary>
    public static FaultRates Storm { get; } = new(Busy: 0.04, LostAnswer: 0.03, CutBefore: 0.005, CutAfter: 0.008, Slow: 0.03, Clash: 0.05);

    /// <param name="chance">A random number, 0 to 1.</param>
    public Fault Drawn(double chance)
    {
        var up = 0.0;
        foreach (var (rate, fault) in new[]
        {
            (Busy, Fault.Busy), (LostAnswer, Fault.LostAnswer), (CutBefore, Fault.CutBefore), (CutAfter, Fault.CutAfter), (Slow, Fault.Slow),
        })
        {
            up += rate;
            if (chance < up)
            {
                return fault;
            }
        }

        return Fault.None;
    }
}
