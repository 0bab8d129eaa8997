using Ita.Intake.Workbooks.Writing;

namespace Ita.Intake.Forms;

/// <summary>A form as workbook: its rows on one sheet or several with the same header, then the guide.</summary>
internal static class WorkbookForm
{

    public static async Task WriteAsync(FormTable form, FileKind kind, FiscalYear year, Stream file, CancellationToken cancellationToken)
    {
        await using var workbook = await WorkbookWriter.CreateAsync(file, cancellationToken);
        var sheets = form.Rows.GroupBy(row => row.Sheet ?? FormText.NameOf(kind), StringComparer.Ordinal).ToList();
        foreach (var sheet in sheets)
        {
            await workbook.StartTableAsync(sheet.Key, form.Columns, cancellationToken);
            foreach (var row in sheet)
            {
                await workbook.AddRowAsync([.. row.Cells.Select((cell, place) => ValueOf(cell, form.Columns[place]))], cancellationToken);
            }
        }

        var guide = FormGuide.Sentences(kind, year, sheets.ConvertAll(sheet => sheet.Key));
        await workbook.AddNotesAsync(FormText.Of("sheet.guide"), guide, cancellationToken);
        await workbook.FinishAsync(cancellationToken);
    }

    /// <summary>A rating in the column of scores stays a text.</summary>
    private static object? ValueOf(string cell, WorkbookColumn column) =>
        column.IsNumber && decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : cell;
}
