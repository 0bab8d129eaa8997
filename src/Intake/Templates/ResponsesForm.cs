using System.Collections.Immutable;
using Ita.Domain.Frameworks;
using Ita.Intake.Headers;
using static Ita.Intake.Templates.Form;

namespace Ita.Intake.Templates;

/// <summary>The wide form of one survey: a column a question, or a sub-question where an item has them; one row to be filled in and copied.</summary>
internal static class ResponsesForm
{
    public static byte[] Of(Form form, string? code)
    {
        var survey = Surveys(form.Framework).FirstOrDefault(survey => code is null || survey.Code == code)
            ?? throw new ArgumentException($"No survey {code} in {form.Framework.Year}.", nameof(code));
        var questions = form.Framework.Items.Where(item => survey.Instrument.Indicators.Contains(item.Indicator)).SelectMany(Questions);
        return new CsvForm([.. StartTitles, Title(Column.Instrument), Title(Column.Respondent), .. questions])
            .Row([.. form.Start, survey.Code, "1"])
            .ToBytes();
    }

    public static IEnumerable<Survey> Surveys(Framework framework) =>
        from instrument in framework.Instruments
        where instrument.Answers is AnswerKind.Survey && framework.Items.Any(item => instrument.Indicators.Contains(item.Indicator))
        from code in instrument.Parts.IsEmpty ? [instrument.Code] : instrument.Parts.Select(part => part.Code).ToImmutableArray()
        select new Survey(code, instrument);

    private static IEnumerable<string> Questions(Item item) =>
        item.SubQuestions.IsEmpty ? [item.Code] : item.SubQuestions.Select(question => question.Code);

    /// <param name="Code">Of the part, where the instrument has parts.</param>
    internal sealed record Survey(string Code, Instrument Instrument);
}
