using System.Text.Json.Serialization;
using Ita.Domain.Texts;

namespace Ita.App.Runs;

/// <summary>A run as the API lists it.</summary>
/// <param name="Scope">The text nation, or an object with agencies, or with province and type.</param>
/// <param name="Only">missing or all.</param>
/// <param name="State">planning, running, paused, cancelled, failed or finished.</param>
/// <param name="By">The id of the caller's key, or timer.</param>
/// <param name="Planned">True when every agency has its items.</param>
/// <param name="Manifest">The address of the CSV of all items.</param>
public record RunBrief(
    string Id,
    FiscalYear FiscalYear,
    object Scope,
    ImmutableArray<string> Kinds,
    string Only,
    string Digits,
    string State,
    int Round,
    string By,
    DateTimeOffset CreatedAt,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    string? Failure,
    bool Planned,
    string Manifest)
{
    /// <summary>The agencies of the run.</summary>
    [JsonIgnore]
    public RunScope Group { get; init; } = RunScope.Nation;

    internal static string Address(Run run) => $"/api/v1/runs/{run.Id}";

    internal static RunBrief From(Run run) => new(
        run.Id,
        run.Order.Year,
        ScopeOf(run.Order.Scope),
        run.Order.Kinds,
        run.Order.All ? "all" : "missing",
        run.Order.Digits,
        run.State,
        run.Round,
        run.By,
        run.CreatedAt,
        run.RoundAt,
        run.FinishedAt,
        run.Failure,
        run.Planned,
        $"{Address(run)}/manifest.csv")
    {
        Group = run.Order.Scope,
    };

    private static object ScopeOf(RunScope scope) => scope switch
    {
        { IsNation: true } => "nation",
        { IsList: true } => new { scope.Agencies },
        _ => new { scope.Province, scope.Type },
    };
}

/// <summary>A run and the counts of its items.</summary>
/// <param name="SecondsLeft">Until the queued items are settled, at the rate so far; null when it is not known.</param>
public sealed record RunObject(
    [property: JsonIgnore] RunBrief Run,
    int Agencies,
    int Total,
    int Queued,
    int Done,
    int Skipped,
    int Failed,
    ImmutableArray<RunReasonObject> Reasons,
    double RatePerSecond,
    long? SecondsLeft) : RunBrief(Run)
{
    private const int RateDigits = 2;

    internal static RunObject From(Run run, RunTally tally, DateTimeOffset now) => new(
        From(run),
        tally.Agencies,
        tally.Total,
        tally.Unsettled,
        tally.Count(RunItemStatus.Done),
        tally.Count(RunItemStatus.Skipped),
        tally.Count(RunItemStatus.Failed),
        [.. tally.Reasons.Select(one => RunReasonObject.From(one.Status, one.Reason, one.Count))],
        Math.Round(tally.Rate(run, now), RateDigits, MidpointRounding.AwayFromZero),
        run.Planned && tally.Left(run, now) is { } left ? (long)Math.Ceiling(left.TotalSeconds) : null);
}

/// <param name="Status">skipped or failed.</param>
public sealed record RunReasonObject(string Status, string Code, int Count, string Text, string TextEn)
{
    internal static RunReasonObject From(RunItemStatus status, string reason, int count)
    {
        var text = TextCatalogue.Fill($"runs.{reason}", ImmutableDictionary<string, string>.Empty);
        return new(Names.Of(status), reason, count, text.Th, text.En);
    }
}
