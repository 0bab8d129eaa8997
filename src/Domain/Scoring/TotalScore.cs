namespace Ita.Domain.Scoring;

/// <summary>Computes the total: the weighted mean of the instruments, or of their parts where these are known.</summary>
internal static class TotalScore
{
    public static Checked<ScoreNode> Compute(ScoringContext context, ImmutableArray<ScoreNode> instruments)
    {
        var node = new ScoreNode
        {
            Level = Level.Total,
            Key = ScoreKey.Total,
            Name = "",
            Weight = 100,
            Status = ScoreStatus.NotProcessed,
            Formula = "",
            Children = instruments,
        };
        if (context.Agency.Registered == false)
        {
            return Checked.Of(node with { Reason = Reason.Of("not-registered") });
        }

        var weighed = instruments.SelectMany(Weighed).ToImmutableArray();
        var counted = weighed.Select(part => Withheld.ByRule(part) ? AtRuleScore(context, part) : part).ToImmutableArray();
        var total = Combination.WeightedMean(
            node, counted, [.. counted.Select(part => part.Weight!.Value)], FormulaOf(counted), context.Given(ScoreKey.Total));
        return total with { Value = WithEffect(context, total.Value, weighed) };
    }

    /// <summary>The terms of the total: the parts when each is known or withheld by a rule, otherwise the instrument.</summary>
    public static IEnumerable<ScoreNode> Weighed(ScoreNode instrument) =>
        !instrument.Parts.IsEmpty && instrument.Parts.All(part => part.Score is not null || Withheld.ByRule(part))
            ? instrument.Parts
            : [instrument];

    private static ScoreNode AtRuleScore(ScoringContext context, ScoreNode part)
    {
        var score = context.Framework.NonProcessing.CountsAs.Value;
        return part with { Score = score, Bounds = Interval.Exactly(score) };
    }

    private static ScoreNode WithEffect(ScoringContext context, ScoreNode total, ImmutableArray<ScoreNode> weighed)
    {
        var stopped = weighed.Where(Withheld.ByRule).ToList();
        return stopped.Count == 0 || total.Score is null
            ? total
            : total with
            {
                Reason = Reason.Of(
                    "unprocessed-counts-as",
                    ("parts", string.Join(", ", stopped.Select(part => part.Key.Code))),
                    ("score", Percent(context.Framework.NonProcessing.CountsAs.Value)),
                    ("points", Percent(stopped.Sum(part => part.Weight!.Value)))),
            };
    }

    private static string FormulaOf(ImmutableArray<ScoreNode> weighed) =>
        string.Join(" + ", weighed.Select(part => $"{(part.Weight!.Value / 100).ToString("0.00##", CultureInfo.InvariantCulture)} x {part.Key}"));

    private static string Percent(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
