using Ita.Domain.Responses;

namespace Ita.Intake.Kinds.Responses;

/// <summary>The surveys of one year, by the cells that name them.</summary>
internal sealed class Questionnaires
{
    private readonly Framework framework;
    private readonly ImmutableArray<Questionnaire> all;

    public Questionnaires(Framework framework)
    {
        this.framework = framework;
        all = [.. QuestionList.All(framework).Select(list => new Questionnaire(list))];
    }

    public Reading<Questionnaire> Read(string cell)
    {
        var plain = CellText.Plain(cell);
        return all.FirstOrDefault(questionnaire => questionnaire.Goes(plain)) is { } found
            ? found.List.Questions.IsEmpty
                ? new Fault(ProblemCatalogue.QuestionsNotKnown).With("year", framework.Year.ToString())
                : found
            : new Fault(ProblemCatalogue.InstrumentUnknown)
                .With("known", string.Join(", ", all.Select(questionnaire => questionnaire.Code)))
                .With("year", framework.Year.ToString());
    }
}
