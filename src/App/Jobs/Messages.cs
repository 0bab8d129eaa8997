using System.Text.Json.Serialization;

namespace Ita.App.Jobs;

/// <summary>Reads an upload and stores what it contains.</summary>
/// <param name="Upload">The upload's id.</param>
public sealed record IngestJob(string Upload);

/// <summary>Scores one agency again from stored data.</summary>
/// <param name="Year">Buddhist Era.</param>
/// <param name="Agency">The agency's code.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "because")]
[JsonDerivedType(typeof(ScoreAgencyJob), "agency")]
[JsonDerivedType(typeof(ScoreUploadJob), "upload")]
[JsonDerivedType(typeof(ScoreSurveyJob), "survey")]
public abstract record ScoreJob(int Year, string Agency);

/// <summary>The agency's registry entry was changed. Has no effect when the agency has no result.</summary>
public sealed record ScoreAgencyJob(int Year, string Agency) : ScoreJob(Year, Agency);

/// <summary>An upload changed the agency's registry entry.</summary>
/// <param name="Upload">The upload's id.</param>
public sealed record ScoreUploadJob(int Year, string Agency, string Upload) : ScoreJob(Year, Agency);

/// <summary>The agency's survey was closed.</summary>
public sealed record ScoreSurveyJob(int Year, string Agency) : ScoreJob(Year, Agency);

/// <summary>Prints a report.</summary>
/// <param name="Agency">The agency's code, or the scope of a summary.</param>
/// <param name="Kind">The code of the report kind.</param>
/// <param name="Version">The version of the result that is printed.</param>
/// <param name="Digits">thai or arabic.</param>
/// <param name="AsOf">The day of the request in Thailand, yyyy-MM-dd. It decides which follow-up rounds are
/// overdue.</param>
public sealed record RenderJob(int Year, string Agency, string Kind, int Version, string Digits, string AsOf);

/// <summary>Prints, apart from all others, a report that took too long.</summary>
/// <param name="Run">The run that the report belongs to; null when it was requested by itself.</param>
public sealed record ApartJob(RenderJob Report, string? Run = null);

/// <summary>Processes one item of a run.</summary>
/// <param name="Run">The run's id.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "item")]
[JsonDerivedType(typeof(PrintItemJob), "print")]
[JsonDerivedType(typeof(ReviseItemJob), "revise")]
public abstract record RunItemJob(string Run);

/// <summary>Prints a report for a run.</summary>
public sealed record PrintItemJob(string Run, RenderJob Report) : RunItemJob(Run);

/// <summary>Scores an agency again for a run and records its result; prints nothing.</summary>
public sealed record ReviseItemJob(string Run, int Year, string Agency) : RunItemJob(Run);

/// <summary>One step of planning a run: plans the agencies after a key or, when all are planned, counts the settled
/// items.</summary>
/// <param name="Run">The deterministic id of the run, for example annual-2569.</param>
/// <param name="Round">The planning round of the run.</param>
/// <param name="Step">The number of the message within its round.</param>
/// <param name="After">The key of the last agency planned; null before the first.</param>
public sealed record PlanJob(string Run, int Year, int Round = 0, int Step = 0, string? After = null);
