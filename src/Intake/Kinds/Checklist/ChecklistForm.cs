using Ita.Intake.Forms;
using static Ita.Intake.Forms.Form;

namespace Ita.Intake.Kinds.Checklist;

/// <summary>A row an item of the checklist, with room for the address looked at and a comment.</summary>
internal static class ChecklistForm
{
    public static byte[] Write(Form form)
    {
        var titles = StartTitles.Concat(new[] { Column.Item, Column.Name, Column.Score, Column.Url, Column.Comment }.Select(Title));
        return new CsvForm(titles).Rows([.. Items(form.Framework).Select(item => Row(form, item))], form.Key).ToBytes();
    }

    private static IEnumerable<Item> Items(Framework framework) => framework.Items.Where(item => framework.Instruments
        .Any(instrument => instrument.Answers is AnswerKind.Checklist && instrument.Indicators.Contains(item.Indicator)));

    private static string[] Row(Form form, Item item) => [.. form.Start, item.Code, item.Text, ScoreOf(form, item), "", ""];

    /// <summary>A known score that no assessor can give is left out: it is to be judged anew.</summary>
    private static string ScoreOf(Form form, Item item)
    {
        var key = new ScoreKey(item.Code);
        var isAllowed = form.Sheet.Scores.TryGetValue(key, out var given)
            && form.Framework.Scale(item.Scale).Choices.Any(choice => choice.Points == given.Score);
        return isAllowed ? form.ScoreOf(key) : "";
    }
}
