using Ita.Domain.Frameworks;
using Ita.Domain.Responses;

namespace Ita.Domain.Tests.Responses;

/// <summary>Question lists and sheets to test with.</summary>
internal static class Surveys
{
    public static Framework Framework(int year) => FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(year));

    public static QuestionList Of(int year, string code) =>
        QuestionList.Find(Framework(year), code) ?? throw new ArgumentException($"No {code} in {year}.", nameof(code));

    /// <summary>Every survey of every year whose questions are known.</summary>
    public static IEnumerable<QuestionList> All() => FrameworkCatalogue.BuiltIn.Years
        .SelectMany(year => QuestionList.All(FrameworkCatalogue.BuiltIn.Get(year)))
        .Where(list => !list.Questions.IsEmpty);

    /// <summary>A sheet with the same option number throughout, or the last option of questions with fewer.</summary>
    public static AnswerSheet Straight(QuestionList list, int option) => Sheet(list, question => Math.Min(option, question.Options.Length));

    public static AnswerSheet Best(QuestionList list) =>
        Sheet(list, question => question.Options.Single(option => option.Units == question.BestUnits).Number);

    public static AnswerSheet Chance(QuestionList list, Random random) => Sheet(list, question => random.Next(question.Options.Length) + 1);

    public static AnswerSheet Sheet(QuestionList list, Func<AskedQuestion, int> option, SheetMarks marks = SheetMarks.None) =>
        new(list.Framework.Year, list.Code, list.Mark, [.. list.Questions.Select(question => (byte)option(question))], marks);

    public static AnswerSheet With(this AnswerSheet sheet, QuestionList list, string question, int option) =>
        sheet with { Options = sheet.Options.SetItem(list.Find(question)!.Place, (byte)option) };
}
