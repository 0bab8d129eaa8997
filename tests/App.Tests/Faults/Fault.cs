namespace Ita.App.Tests.Faults;

/// <summary>What storage, or the way to it, may do to a call.</summary>
public enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>503 before anything was done: the account is busy.</summary>
    Busy,

    /// <summary>500 although the call was done.</summary>
    LostAnswer,

    /// <summary>The connection ends before the call gets there.</summary>
    CutBefore,

    /// <summary>The connection ends when the call was done.</summary>
    CutAfter,

    /// <summary>The call comes late, and its answer with it.</summary>
    Slow,

    /// <summary>412 to a call on a stated version: as if somebody had been quicker, and had written the same.</summary>
    Clash,
}

/// <summary>How often each fault comes, 0 to 1, drawn for each call anew.</summary>
/// <param name="Clash">Of the calls on a stated version; each entity or blob clashes once.</param>
public sealed record FaultRates(double Busy = 0, double LostAnswer = 0, double CutBefore = 0, double CutAfter = 0, double Slow = 0, double Clash = 0)
{
    public static FaultRates None { get; } = new();

    /// <summary>Bad weather: one call in nine goes wrong in some way. A cut is rarer, for the clients wait most of a second after one.</summary>
    public static FaultRates Storm { get; } = new(Busy: 0.04, LostAnswer: 0.03, CutBefore: 0.005, CutAfter: 0.008, Slow: 0.03, Clash: 0.05);

    /// <param name="chance">0 to 1.</param>
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
