using SpreadCheetah;
using SpreadCheetah.Worksheets;

namespace Ita.Intake.Workbooks.Writing;

/// <summary>
/// Writes an XLSX file row by row. Texts are text cells whatever they begin with, and numbers are numbers with the decimals that they have;
/// see docs/decisions/0041-written-workbooks.md.
/// </summary>
public sealed class WorkbookWriter : IAsyncDisposable
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The last row that a sheet can have.</summary>
    private const int LastRow = 1_048_576;

    private const double NotesWidth = 100;

    private readonly Spreadsheet workbook;
    private readonly WorkbookStyles styles;
    private readonly ChoiceSheet choices = new();
    private IReadOnlyList<WorkbookColumn> columns = [];

    private WorkbookWriter(Spreadsheet workbook) => (this.workbook, styles) = (workbook, new(workbook));

    /// <param name="file">Written from its position; it need not be seekable.</param>
    public static async Task<WorkbookWriter> CreateAsync(Stream file, CancellationToken cancellationToken) => new(
        await Spreadsheet.CreateNewAsync(
            file,
            new()
            {
                // Every Windows has this typeface, and it has Thai letters.
                DefaultFont = new() { Name = "Tahoma", Size = 10 },
                // The properties would hold the time of writing.
                DocumentProperties = null,
                PreserveStringWhitespace = true,
                WriteCellReferenceAttributes = true,
            },
            cancellationToken));

    /// <summary>Starts a sheet with a header that stays in view.</summary>
    /// <param name="name">At most 31 characters, none of <c>/ \ * ? [ ] :</c>.</param>
    public async Task StartTableAsync(string name, IReadOnlyList<WorkbookColumn> columns, CancellationToken cancellationToken)
    {
        this.columns = columns;
        var options = new WorksheetOptions { FrozenRows = 1 };
        foreach (var (number, column) in columns.Index().Select(column => (column.Index + 1, column.Item)))
        {
            options.Column(number).Width = column.Width;
            options.Column(number).DefaultStyle = column.IsNumber ? WorkbookStyles.NumberColumn : WorkbookStyles.TextColumn;
        }

        await workbook.StartWorksheetAsync(name, options, cancellationToken);
        await workbook.AddRowAsync(
            [.. columns.Select(column => new Cell(column.Title, styles.Header))],
            RowHeight.For(columns.Select(column => ((string?)column.Title, column.Width))),
            cancellationToken);
        AddChoices();
    }

    /// <summary>Adds a row to the table. A column beyond its cells is empty.</summary>
    /// <param name="cells">Texts, whole numbers and decimals; null is an empty cell. A text in a column of numbers stays a text.</param>
    public async Task AddRowAsync(IReadOnlyList<object?> cells, CancellationToken cancellationToken) =>
        await workbook.AddRowAsync(
            [.. columns.Select((column, place) => CellOf(cells.ElementAtOrDefault(place), column))],
            RowHeight.For(columns.Select((column, place) => (cells.ElementAtOrDefault(place) as string, column.Width))),
            cancellationToken);

    /// <summary>Adds a sheet of sentences, one below the other. A reader of files does not take it for data.</summary>
    public async Task AddNotesAsync(string name, IEnumerable<string> sentences, CancellationToken cancellationToken)
    {
        var options = new WorksheetOptions { ShowGridlines = false };
        options.Column(1).Width = NotesWidth;
        await workbook.StartWorksheetAsync(name, options, cancellationToken);
        foreach (var (place, sentence) in sentences.Index())
        {
            await workbook.AddRowAsync(
                [new Cell(sentence, place == 0 ? styles.Header : styles.Text)], RowHeight.For([(sentence, NotesWidth)]), cancellationToken);
        }
    }

    /// <summary>Writes the end of the file. A file that is not finished cannot be opened.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await choices.WriteAsync(workbook, styles, cancellationToken);
        await workbook.FinishAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => workbook.DisposeAsync();

    private void AddChoices()
    {
        foreach (var (place, column) in columns.Index())
        {
            if (column.Choices is { } offered)
            {
                var letter = SpreadsheetUtility.GetColumnName(place + 1);
                workbook.TryAddDataValidation(
                    FormattableString.Invariant($"{letter}2:{letter}{LastRow}"), choices.RuleFor(offered, column.IsNumber));
            }
        }
    }

    private Cell CellOf(object? value, WorkbookColumn column) => value switch
    {
        null or "" => styles.Empty(column.IsNumber),
        string text => styles.CellOf(text),
        int number => styles.CellOf(number),
        long number => styles.CellOf(number),
        decimal number => styles.CellOf(number),
        _ => throw new ArgumentException($"A cell cannot contain a {value.GetType().Name}.", nameof(value)),
    };
}
