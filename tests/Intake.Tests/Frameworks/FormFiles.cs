using System.IO.Compression;
using Ita.Domain.Frameworks;
using Ita.Intake;
using Ita.Intake.Frameworks;
using Ita.Intake.Texts;
using Ita.Intake.Workbooks;
using Ita.Intake.Workbooks.Writing;

namespace Ita.Intake.Tests.Frameworks;

/// <summary>Forms of frameworks, also with changed cells.</summary>
internal static class FormFiles
{
    /// <param name="without">A sheet that is left out.</param>
    public static async Task<byte[]> WriteAsync(Framework framework, IReadOnlyList<SeededCell>? cells = null, string? without = null)
    {
        using var file = new MemoryStream();
        await FrameworkForm.WriteAsync(framework, file, default);
        return cells is null && without is null ? file.ToArray() : await ChangedAsync(file.ToArray(), cells ?? [], without);
    }

    // Written again row by row, with other texts in some cells.
    private static async Task<byte[]> ChangedAsync(byte[] form, IReadOnlyList<SeededCell> cells, string? without)
    {
        using var changed = new MemoryStream();
        using var workbook = new Workbook(new ZipArchive(new MemoryStream(form)), new IntakeLimits());
        await using var writer = await WorkbookWriter.CreateAsync(changed, default);
        foreach (var sheet in FormSheets.All.Where(sheet => sheet.Name != without))
        {
            await writer.StartTableAsync(sheet.Title, [.. sheet.Columns.Select(column => new WorkbookColumn(column.Title))], default);
            using var rows = workbook.Sheets().Single(one => one.Name == sheet.Title).Open();
            await rows.NextAsync(default);
            while (await rows.NextAsync(default))
            {
                await writer.AddRowAsync(
                    [.. sheet.Columns
                        .Select((column, index) => cells.FirstOrDefault(cell => cell.Is(sheet, rows.Line, column))?.Text ?? Text(rows, index))],
                    default);
            }
        }

        await writer.FinishAsync(default);
        return changed.ToArray();
    }

    private static string Text(WorkbookRows rows, int index) => index < rows.CellCount ? CellText.Trimmed(rows.Cell(index)) : "";
}

/// <summary>A cell that is changed, and the code of the problem that must name it.</summary>
/// <param name="At">The member at which the problem is shown; null for the column itself, "" for the whole row.</param>
internal sealed record SeededCell(FormSheet Sheet, int Line, string Member, string Text, string Code, string? At = null)
{
    private FormColumn Shown => Sheet.Columns.Single(column => column.Member == (At is { Length: > 0 } at ? at : Member));

    public string Fault => $"{Sheet.Title}|{(At == "" ? 1 : Line)}|{Shown.Title}|{Code}";

    public bool Is(FormSheet sheet, int line, FormColumn column) => sheet == Sheet && line == Line && column.Member == Member;
}
