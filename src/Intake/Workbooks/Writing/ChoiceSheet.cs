using Ita.Domain.Texts;
using SpreadCheetah;
using SpreadCheetah.Validations;
using SpreadCheetah.Worksheets;

namespace Ita.Intake.Workbooks.Writing;

/// <summary>The hidden sheet with the values of all choice lists, one column per list. A list inside a cell's rule may have 255 characters.</summary>
internal sealed class ChoiceSheet
{
    private static readonly string Name = TextCatalogue.Template("form.sheet.choices").Th;

    /// <summary>Longer ones make a workbook that Excel does not open.</summary>
    private const int LongestPrompt = 255;

    private readonly List<(ImmutableArray<string> Values, bool AreNumbers)> lists = [];

    /// <summary>The rule for the cells of a column. Equal lists are written once.</summary>
    public DataValidation RuleFor(ChoiceList choices, bool areNumbers)
    {
        var rule = DataValidation.ListValuesFromCells(Name, Place(choices.Values, areNumbers));
        rule.ErrorType = choices.IsClosed ? ValidationErrorType.Blocking : ValidationErrorType.Warning;
        rule.ErrorTitle = TextCatalogue.Template("form.choice.title").Th;
        rule.ErrorMessage = TextCatalogue.Template("form.choice.message").Th;
        rule.InputMessage = choices.Prompt is { Length: > LongestPrompt } prompt ? prompt[..LongestPrompt] : choices.Prompt;
        return rule;
    }

    public async Task WriteAsync(Spreadsheet workbook, WorkbookStyles styles, CancellationToken cancellationToken)
    {
        if (lists.Count == 0)
        {
            return;
        }

        await workbook.StartWorksheetAsync(Name, new WorksheetOptions { Visibility = WorksheetVisibility.Hidden }, cancellationToken);
        for (var row = 0; row < lists.Max(list => list.Values.Length); row++)
        {
            await workbook.AddRowAsync(lists.ConvertAll(list => CellAt(list.Values, row, list.AreNumbers, styles)), cancellationToken);
        }
    }

    private static Cell CellAt(ImmutableArray<string> values, int row, bool areNumbers, WorkbookStyles styles) => row switch
    {
        _ when row >= values.Length => styles.Empty(areNumbers),
        _ when areNumbers => styles.CellOf(decimal.Parse(values[row], CultureInfo.InvariantCulture)),
        _ => styles.CellOf(values[row]),
    };

    /// <summary>The cells of the list: <c>$B$1:$B$77</c>.</summary>
    private string Place(ImmutableArray<string> values, bool areNumbers)
    {
        var place = lists.FindIndex(list => list.AreNumbers == areNumbers && list.Values.AsSpan().SequenceEqual(values.AsSpan()));
        if (place < 0)
        {
            place = lists.Count;
            lists.Add((values, areNumbers));
        }

        var column = SpreadsheetUtility.GetColumnName(place + 1);
        return FormattableString.Invariant($"${column}$1:${column}${values.Length}");
    }
}
