using Ita.App.Jobs;

namespace Ita.App.Runs;

/// <summary>What its owner wants of a run.</summary>
public enum RunControl
{
    Active,

    /// <summary>Messages on their way are put aside; resuming plans what is unsettled.</summary>
    Paused,

    /// <summary>What is unsettled is skipped.</summary>
    Cancelled,
}

/// <summary>Why a run is planned: what becomes of the items that are settled already.</summary>
public enum RoundMode
{
    /// <summary>Asked for, the first time or again: what has a newer version is made again.</summary>
    Asked,

    /// <summary>Goes on after a pause or a failure of the planning.</summary>
    Resumed,

    /// <summary>Failed items are tried once more.</summary>
    Retried,

    /// <summary>Unsettled items are written down as skipped.</summary>
    Cancelled,
}

/// <summary>A run of reports (รอบการออกรายงาน): what was asked, and how far its planning is. What became of each agency stands in its items.</summary>
/// <param name="By">Whose key, or the timer.</param>
/// <param name="AsOf">The day in Thailand by which rounds of measures are overdue, yyyy-MM-dd.</param>
/// <param name="Round">Counts the plannings from 1; a message of an older round is of no use any more.</param>
/// <param name="RoundAt">When this round was asked for.</param>
/// <param name="Step">How many steps of this round are booked; a message of a booked step is of no use any more.</param>
/// <param name="After">The key of the last agency planned in this round.</param>
/// <param name="Planned">Whether every agency has its items.</param>
/// <param name="FinishedAt">When every item was settled.</param>
/// <param name="Failure">In a word, when planning failed at every try.</param>
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

    /// <summary>The message that carries this run's planning on from where it is booked.</summary>
    public PlanJob Job => new(Id, Order.Year.BuddhistEra, Round, Step, After);

    /// <summary>Whether a message of the plan queue still has something to do.</summary>
    public bool Wants(PlanJob job) => job.Round == Round && job.Step >= Step && !IsFinished && Control != RunControl.Paused;

    /// <summary>This run, planned once more from its first agency.</summary>
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
