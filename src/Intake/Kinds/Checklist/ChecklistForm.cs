using Ita.Intake.Forms;
using Ita.Intake.Workbooks.Writing;
using static Ita.Intake.Forms.Form;

namespace Ita.Intake.Kinds.Checklist;

/// <summary>A row an item of the checklist, with room for the address looked at and a comment.</summary>
internal static class ChecklistForm
{
    public static FormTable Create(Form form) =>
        FormTable.Create(form, Columns(form.Framework), Items(form.Framework).Select(item => new FormRow(Row(form, item))));

    private static IEnumerable<WorkbookColumn> Columns(Framework framework)
    {
        var items = Items(framework).ToList();
        var points = items.SelectMany(item => framework.Scale(item.Scale).Choices).Select(choice => choice.Points).Distinct().Order();
        return
        [
            .. FormColumns.Start,
            FormColumns.Create(Column.Item, FormColumns.Choices(items.Select(item => item.Code))),
            FormColumns.Create(Column.Name),
            FormColumns.Create(Column.Score, FormColumns.Choices(points.Select(point => Shown(point)), isClosed: true)),
            FormColumns.Create(Column.Url),
            FormColumns.Create(Column.Comment),
        ];
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
