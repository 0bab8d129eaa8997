namespace Ita.Domain.Analysis;

/// <summary>
/// The thresholds from which two instruments disagree. This is our own rule, not an official one; an agency may set other thresholds.
/// </summary>
/// <param name="PapersFrom">A checklist score from here on counts as practically complete.</param>
/// <param name="PeopleBelow">A survey score below this fails.</param>
/// <param name="Gap">Smallest difference, in points, between the internal and the external survey of an agency.</param>
public sealed record DisagreementRule(decimal PapersFrom, decimal PeopleBelow, decimal Gap)
{
    /// <summary>95, 85 and 10.</summary>
    public static DisagreementRule Default { get; } = new(95, 85, 10);
}

public enum DisagreementKind
{
    /// <summary>The published documents are complete, but a survey fails.</summary>
    PapersAgainstPeople,

    /// <summary>The internal and the external survey differ.</summary>
    SurveysApart,
}

/// <summary>Two instruments whose scores disagree.</summary>
/// <param name="High">Code of the instrument with the higher score.</param>
/// <param name="Low">Code of the instrument with the lower score.</param>
public sealed record Disagreement(DisagreementKind Kind, string High, decimal HighScore, string Low, decimal LowScore)
{
    /// <summary>The disagreements of a result, in the framework's order; instruments without a score are skipped.</summary>
    public static ImmutableArray<Disagreement> Find(AgencyResult result, Framework framework, DisagreementRule rule)
    {
        var scored = result.Instruments.Where(node => node.Shown is not null).ToLookup(node => AnswersOf(framework, node));
        return
        [
            .. from papers in scored[AnswerKind.Checklist]
               from people in scored[AnswerKind.Survey]
               where papers.Shown >= rule.PapersFrom && people.Shown < rule.PeopleBelow
               select Find(DisagreementKind.PapersAgainstPeople, papers, people),
            .. from high in scored[AnswerKind.Survey]
               from low in scored[AnswerKind.Survey]
               where high.Shown - low.Shown >= rule.Gap
               select Find(DisagreementKind.SurveysApart, high, low),
        ];
    }

    private static Disagreement Find(DisagreementKind kind, ScoreNode high, ScoreNode low) =>
        new(kind, high.Key.Code, high.Shown!.Value, low.Key.Code, low.Shown!.Value);

    private static AnswerKind AnswersOf(Framework framework, ScoreNode node) =>
        framework.Instruments.First(instrument => instrument.Code == node.Key.Code).Answers;
}
