using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ita.App.Web;
using Ita.Domain.Texts;

namespace Ita.App.Runs;

/// <summary>A run as the API gives it.</summary>
internal static class RunObject
{
    private const int RateDigits = 2;

    public static string Address(Run run) => $"/api/v1/runs/{run.Id}";

    /// <summary>What was asked and how it stands, without its items.</summary>
    public static object Brief(Run run) => new
    {
        run.Id,
        fiscalYear = run.Order.Year,
        scope = Scope(run.Order.Scope),
        run.Order.Kinds,
        only = run.Order.All ? "all" : "missing",
        run.Order.Digits,
        run.State,
        run.Round,
        run.By,
        run.CreatedAt,
        startedAt = run.RoundAt,
        run.FinishedAt,
        run.Failure,
        run.Planned,
        manifest = $"{Address(run)}/manifest.csv",
    };

    /// <summary>With what became of its items.</summary>
    public static JsonObject Of(Run run, RunTally tally, DateTimeOffset now)
    {
        var shown = Node(Brief(run));
        foreach (var (name, value) in Node(Progress(run, tally, now)).ToList())
        {
            shown[name] = value?.DeepClone();
        }

        return shown;
    }

    private static object Progress(Run run, RunTally tally, DateTimeOffset now) => new
    {
        tally.Agencies,
        tally.Total,
        queued = tally.Unsettled,
        done = tally.Of(RunItemStatus.Done),
        skipped = tally.Of(RunItemStatus.Skipped),
        failed = tally.Of(RunItemStatus.Failed),
        reasons = tally.Reasons.Select(Reason),
        ratePerSecond = Math.Round(tally.Rate(run, now), RateDigits, MidpointRounding.AwayFromZero),
        secondsLeft = run.Planned && tally.Left(run, now) is { } left ? (long?)Math.Ceiling(left.TotalSeconds) : null,
    };

    private static JsonObject Node(object shown) => JsonSerializer.SerializeToNode(shown, ApiJson.Options)!.AsObject();

    private static object Scope(RunScope scope) => scope switch
    {
        { IsNation: true } => "nation",
        { IsList: true } => new { scope.Agencies },
        _ => new { scope.Province, scope.Type },
    };

    private static object Reason((RunItemStatus Status, string Reason, int Count) one)
    {
        var text = TextCatalogue.Fill($"runs.{one.Reason}", ImmutableDictionary<string, string>.Empty);
        return new { status = Names.Of(one.Status), code = one.Reason, one.Count, text = text.Th, textEn = text.En };
    }
}
