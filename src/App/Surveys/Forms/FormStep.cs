using System.Runtime.CompilerServices;

namespace Ita.App.Surveys.Forms;

/// <summary>The questions that one page of a form asks: a section of the form, or a part of a long one.</summary>
/// <param name="Number">From 1.</param>
public sealed record FormStep(int Number, Indicator Indicator, ImmutableArray<AskedQuestion> Questions)
{
    private const int MostQuestions = 6;

    private static readonly ConditionalWeakTable<QuestionList, IReadOnlyList<FormStep>> Known = [];

    /// <summary>The pages of a form. A section with more than six questions is divided between items, never within one.</summary>
    public static IReadOnlyList<FormStep> All(QuestionList form) => Known.GetValue(form, static made =>
        [.. made.Sections.SelectMany(Divide).Select((step, index) => step with { Number = index + 1 })]);

    /// <summary>The page that asks a question.</summary>
    public static FormStep Asking(QuestionList form, AskedQuestion question) => All(form).First(step => step.Questions.Contains(question));

    private static IEnumerable<FormStep> Divide(QuestionSection section)
    {
        var part = ImmutableArray.CreateBuilder<AskedQuestion>();
        foreach (var item in section.Questions.GroupBy(question => question.Item).Select(item => item.ToImmutableArray()))
        {
            if (part.Count > 0 && part.Count + item.Length > MostQuestions)
            {
                yield return new(0, section.Indicator, part.DrainToImmutable());
            }

            part.AddRange(item);
        }

        yield return new(0, section.Indicator, part.DrainToImmutable());
    }
}
