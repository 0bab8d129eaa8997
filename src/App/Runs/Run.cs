namespace Ita.App.Runs;

/// <summary>The state that an operator requested for a run.</summary>
public enum RunControl
{
    Active,

    /// <summary>Messages already queued are discarded; resuming plans the unsettled items again.</summary>
    Paused,

    /// <summary>Unsettled items are skipped.</summary>
    Cancelled,
}

/// <summary>Why a run is planned; decides what happens to items that are already settled.</summary>
public enum RoundMode
{
    /// <summary>Requested, for the first time or again: items with a newer version of the result are made
    /// again.</summary>
    Asked,

    /// <summary>Continues after a pause or after planning failed.</summary>
    Resumed,

    /// <summary>Failed items are tried again.</summary>
    Retried,

    /// <summary>Unsettled items are recorded as skipped.</summary>
    Cancelled,
}

/// <summary>A run of reports (รอบการออกรายงาน): its order, and the progress of its planning. The outcome per agency is
/// stored in its items.</summary>
/// <param name="By">The id of the key that requested it, or the timer.</param>
/// <param name="AsOf">The day in Thailand that decides which rounds of measures are overdue, yyyy-MM-dd.</param>
/// <param name="Round">Counts the plannings from 1; messages of older rounds are ignored.</param>
/// <param name="RoundAt">When this round was requested.</param>
/// <param name="Step">How many steps of this round are booked; messages of booked steps are ignored.</param>
/// <param name="After">The key of the last agency planned in this round; null before the first.</param>
/// <param name="Planned">True when every agency has its items.</param>
/// <param name="FinishedAt">When every item was settled; null before.</param>
/// <param name="Failure">A failure code, when every attempt to plan the run failed; otherwise null.</param>
public sealed record Run(
    string Id,
    RunOrder Order,
    string By,
    DateTimeOffset CreatedAt,
    string AsOf,
    RunControl Control,
    int Round,
    RoundMode Mode,
    DateTimeOffset RoundAt,
    int Step = 0,
    string? After = null,
    bool Planned = false,
    DateTimeOffset? FinishedAt = null,
    string? Failure = null)
{
    public bool IsFinished => FinishedAt is not null;

    /// <summary>planning, running, paused, cancelled, failed or finished.</summary>
    public string State => (Control, this) switch
    {
        (RunControl.Cancelled, _) => "cancelled",
        (_, { IsFinished: true }) => "finished",
        (RunControl.Paused, _) => "paused",
        (_, { Failure: not null }) => "failed",
        (_, { Planned: false }) => "planning",
        _ => "running",
    };

    /// <summary>The message that continues this run's planning after its last booked step.</summary>
    public PlanJob Job => new(Id, Order.Year.BuddhistEra, Round, Step, After);

    /// <summary>True when a message of the plan queue still has work to do.</summary>
    public bool Wants(PlanJob job) => job.Round == Round && job.Step >= Step && !IsFinished && Control != RunControl.Paused;

    /// <summary>This run, planned again from its first agency.</summary>
    public Run Again(RoundMode mode, DateTimeOffset at) => this with
    {
        Control = mode == RoundMode.Cancelled ? RunControl.Cancelled : RunControl.Active,
        Round = Round + 1,
        Mode = mode,
        RoundAt = at,
        Step = 0,
        After = null,
        Planned = false,
        FinishedAt = null,
        Failure = null,
    };
}
