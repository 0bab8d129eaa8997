namespace Ita.Domain.Analysis;

/// <summary>When two instruments are said to disagree. Our rule, no official one: an agency may set its own lines.</summary>
/// <param name="PapersFrom">A checklist from here on is as good as complete.</param>
/// <param name="PeopleBelow">A survey below here fails: the pass line.</param>
/// <param name="Gap">Points between two surveys that ask about the same agency from inside and outside.</param>
public sealed record DisagreementRule(decimal PapersFrom, decimal PeopleBelow, decimal Gap)
{
    /// <summary>95, 85 and 10.</summary>
    public static DisagreementRule Usual { get; } = new(95, 85, 10);
}

public enum DisagreementKind
{
    /// <summary>The papers are complete and the people say no.</summary>
    PapersAgainstPeople,

    /// <summary>Inside and outside see it differently.</summary>
    SurveysApart,
}

/// <summary>Two instruments whose scores do not go together.</summary>
/// <param name="High">Code of the better one.</param>
/// <param name="Low">Code of the worse one.</param>
public sealed record Disagreement(DisagreementKind Kind, string High, decimal HighScore, string Low, decimal LowScore)
{
    /// <summary>Those of a result, in the framework's order; instruments without a score disagree with none.</summary>
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
