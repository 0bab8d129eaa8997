using Ita.App.Reports;

namespace Ita.App.Runs;

public enum RunItemStatus
{
    /// <summary>Its message is on the queue, or was discarded while the run is paused.</summary>
    Queued,
    Done,

    /// <summary>There was nothing to do; the reason says why.</summary>
    Skipped,

    /// <summary>Every attempt failed.</summary>
    Failed,
}

/// <summary>The codes of the reasons for skipping an item; the sentences are the texts <c>runs.{code}</c>.</summary>
public static class RunReason
{
    /// <summary>Neither registered nor scored in that year.</summary>
    public const string UnknownAgency = "unknown-agency";
    public const string NoResult = "no-result";

    /// <summary>The result has no total by a rule of the year.</summary>
    public const string NotProcessed = "not-processed";

    /// <summary>The result has no total because data are missing or incomplete.</summary>
    public const string NoData = "no-data";

    /// <summary>The total is not disclosed.</summary>
    public const string Withheld = "withheld";
    public const string AlreadyPrinted = "already-printed";
    public const string RunCancelled = "run-cancelled";
}

/// <summary>One kind of report about one subject in a run: one line of the manifest.</summary>
/// <param name="Subject">The agency's code; for a summary its scope (<see cref="SummaryScope"/>).</param>
/// <param name="Name">The agency's name. Name, type and province are those of the time when the run was
/// planned.</param>
/// <param name="Version">The version of the result; null while there is none.</param>
/// <param name="Sha256">The SHA-256 of the bytes at <paramref name="Path"/>.</param>
/// <param name="Path">Container and blob.</param>
/// <param name="Round">The planning round that last queued or skipped it.</param>
/// <param name="Step">The step of that round.</param>
public sealed record RunItem(
    string Subject,
    string Kind,
    string? Name,
    string? Type,
    string? Province,
    RunItemStatus Status,
    string? Reason = null,
    int? Version = null,
    string? Sha256 = null,
    string? Path = null,
    int Round = 0,
    int Step = 0,
    DateTimeOffset? SettledAt = null)
{
    public ETag? ETag { get; init; }

    public bool IsSummary => Kind == ReportKind.Summary.Code;

    /// <summary>True when the requested report or result exists.</summary>
    public bool IsMade => Status == RunItemStatus.Done || Reason == RunReason.AlreadyPrinted;

    public bool IsSettled => Status != RunItemStatus.Queued;

    public string RowKey => RowKeyOf(Subject, Kind);

    /// <summary>Agencies sort before summaries, and the summary over all before those of its parts.</summary>
    public static string RowKeyOf(
        string subject, string kind) => $"{(kind == ReportKind.Summary.Code ? "s" : "a")}|{TableKey.Escape(subject)}|{kind}";

    public TableEntity ToEntity(string run) => new(run, RowKey)
    {
        ["subject"] = Subject,
        ["kind"] = Kind,
        ["name"] = Name,
        ["type"] = Type,
        ["province"] = Province,
        ["status"] = Status.ToString(),
        ["reason"] = Reason,
        ["version"] = Version,
        ["sha256"] = Sha256,
        ["path"] = Path,
        ["round"] = Round,
        ["step"] = Step,
        ["settledAt"] = SettledAt,
    };

    public static RunItem Read(TableEntity row) => new(
        row.GetString("subject")!,
        row.GetString("kind")!,
        row.GetString("name"),
        row.GetString("type"),
        row.GetString("province"),
        Enum.Parse<RunItemStatus>(row.GetString("status")!),
        row.GetString("reason"),
        row.GetInt32("version"),
        row.GetString("sha256"),
        row.GetString("path"),
        row.GetInt32("round")!.Value,
        row.GetInt32("step")!.Value,
        row.GetDateTimeOffset("settledAt"))
    {
        ETag = row.ETag,
    };
}
