using Ita.Intake;
using Ita.Intake.Headers;
using Ita.Intake.Tables;

namespace Ita.App.Uploads;

/// <summary>Applies an intake outcome to an upload's record.</summary>
public static class UploadOutcome
{
    /// <param name="changed">The number of results with a new version.</param>
    public static Upload Settled(Upload upload, IntakeOutcome outcome, int changed) => upload with
    {
        Status = StatusOf(outcome),
        Kind = Name(outcome.Kind),
        Counts = CountsOf(outcome.Counts, changed),
        Detection = DetectionOf(outcome.Detection),
        ProblemCount = outcome.ProblemCount,
        Problems = [.. AllOf(outcome).Take(Upload.KeptProblems).Select(ProblemOf)],
    };

    /// <summary>The reason of a refusal first, then every problem by line.</summary>
    public static IEnumerable<Problem> AllOf(IntakeOutcome outcome) =>
        outcome.Refused is { } refused && !outcome.Problems.Contains(refused) ? outcome.Problems.Prepend(refused) : outcome.Problems;

    public static UploadProblem ProblemOf(Problem problem)
    {
        var text = problem.Text;
        return new(problem.Code, Name<Severity>(problem.Severity)!, problem.Line, problem.Column, problem.Value, text.Th, text.En, problem.Sheet);
    }

    private static UploadStatus StatusOf(IntakeOutcome outcome) =>
        outcome.IsRefused ? UploadStatus.Refused
        : outcome.ProblemCount > 0 ? UploadStatus.AcceptedWithProblems
        : UploadStatus.Accepted;

    private static UploadCounts CountsOf(IntakeCounts counts, int changed) => new(
        counts.Rows, counts.BlankRows, counts.GoodRows, counts.BadRows, counts.AgenciesAccepted, counts.AgenciesWithBadRows, changed);

    private static UploadDetection DetectionOf(Detection detection) => new(
        Name(detection.Format),
        detection.Sheet,
        Name(detection.Encoding),
        Name(detection.EncodingBecause),
        detection.Delimiter?.ToString(),
        Name(detection.Kind),
        detection.KindToldBy.IsDefaultOrEmpty ? null : string.Join(", ", detection.KindToldBy),
        detection.HeaderLine);

    private static string? Name<T>(T? value)
        where T : struct, Enum => value is { } known ? System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(known.ToString()) : null;
}
