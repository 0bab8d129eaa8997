namespace Ita.Domain.Scoring;

/// <summary>
/// Computes the total: the weighted mean of the instruments, or of their parts where these are known. A stated total narrows the
/// instruments without a score (<see cref="StatedTotal"/>).
/// </summary>
internal static class TotalScore
{
    /// <summary>The total with the instruments below it, narrowed by a stated total.</summary>
    public static Checked<ScoreNode> Compute(ScoringContext context, Checked<ImmutableArray<ScoreNode>> scored)
    {
        var instruments = scored.Value;
        var node = new ScoreNode
        {
            Level = Level.Total,
            Key = ScoreKey.Total,
            Name = "",
            Weight = 100,
            Status = ScoreStatus.NoData,
            Formula = "",
            Children = instruments,
        };
        if (context.Agency.Registered == false)
        {
            return Checked.Of(node with { Status = ScoreStatus.NotProcessed, Reason = Reason.Of("not-registered") });
        }

        var weighed = instruments.SelectMany(Weighed).ToImmutableArray();
        var counted = weighed.Select(part => Withheld.ByRule(part) ? AtRuleScore(context, part) : part).ToImmutableArray();
        var total = Combination.WeightedMean(
            node, counted, PartBounds.WeightsOf(counted), FormulaOf(counted), context.Given(ScoreKey.Total));
        var isConsistent = scored.Findings.Concat(total.Findings).All(finding => finding.Severity != Severity.Error);
        return total with { Value = WithEffect(context, isConsistent ? StatedTotal.Narrow(total.Value, counted) : total.Value, weighed) };
    }

    /// <summary>
    /// The terms of the total: the parts when each is known or a rule withholds one of them, otherwise the instrument.
    /// </summary>
    public static IEnumerable<ScoreNode> Weighed(ScoreNode instrument) => !instrument.Parts.IsEmpty
        && (instrument.Parts.Any(Withheld.ByRule) || instrument.Parts.All(part => part.Score is not null))
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

    private static string FormulaOf(ImmutableArray<ScoreNode> weighed) => string.Join(" + ", weighed.Select(TermOf));

    /// <summary>A term of the formula, such as <c>0.30 x IIT</c>.</summary>
    public static string TermOf(ScoreNode weighed) => $"{ShareOf(weighed)} x {weighed.Key}";

    public static string ShareOf(ScoreNode weighed) => (weighed.Weight!.Value / 100).ToString("0.00##", CultureInfo.InvariantCulture);

    private static string Percent(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
