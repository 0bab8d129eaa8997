using Azure;
using Azure.Data.Tables;
using Ita.App.Reports;
using Ita.App.Storage;
using Ita.Reports.Documents;

namespace Ita.App.Runs;

public enum RunItemStatus
{
    /// <summary>Its message is on the queue, or put aside while the run is paused.</summary>
    Queued,
    Done,

    /// <summary>There was nothing to do; the reason says why.</summary>
    Skipped,

    /// <summary>Every try threw.</summary>
    Failed,
}

/// <summary>Why an item is skipped, in a word; the sentences are <c>runs.{word}</c>.</summary>
public static class RunReason
{
    /// <summary>Neither registered nor scored in that year.</summary>
    public const string UnknownAgency = "unknown-agency";
    public const string NoResult = "no-result";

    /// <summary>There is a result, but no total in it to report on.</summary>
    public const string NotProcessed = "not-processed";
    public const string AlreadyPrinted = "already-printed";
    public const string RunCancelled = "run-cancelled";
}

/// <summary>One kind of one subject in a run: a line of its manifest.</summary>
/// <param name="Subject">The agency's code; for a summary what it is over (<see cref="SummaryScope"/>).</param>
/// <param name="Name">Of the agency; name, type and province are what they were when the run was planned.</param>
/// <param name="Version">Of the result; null while there is none.</param>
/// <param name="Sha256">Of the bytes at <paramref name="Path"/>.</param>
/// <param name="Path">Container and blob.</param>
/// <param name="Round">The planning that queued or skipped it last.</param>
/// <param name="Step">The step of that planning.</param>
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

    /// <summary>Whether what was asked for is there.</summary>
    public bool IsMade => Status == RunItemStatus.Done || Reason == RunReason.AlreadyPrinted;

    public bool IsSettled => Status != RunItemStatus.Queued;

    public string RowKey => RowKeyOf(Subject, Kind);

    /// <summary>Agencies sort before summaries, and the summary over all before those of its parts.</summary>
    public static string RowKeyOf(string subject, string kind) => $"{(kind == ReportKind.Summary.Code ? "s" : "a")}|{TableKey.Escape(subject)}|{kind}";

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
