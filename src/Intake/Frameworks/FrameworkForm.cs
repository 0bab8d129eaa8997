using System.IO.Compression;
using Ita.Domain.Frameworks.Checks;
using Ita.Intake.Workbooks;

namespace Ita.Intake.Frameworks;

/// <summary>The framework of a year as a workbook, to be filled in by an officer who has the manual.</summary>
public static class FrameworkForm
{
    /// <summary>Whether the bytes are those of a workbook.</summary>
    public static bool IsWorkbook(ReadOnlySpan<byte> file) => file.StartsWith("PK"u8);

    /// <summary>Reads a filled form.</summary>
    /// <returns>The framework, or all faults with their sheets, lines and columns.</returns>
    public static async ValueTask<FrameworkReading> ReadAsync(byte[] file, FrameworkCatalogue frameworks, CancellationToken cancellationToken)
    {
        try
        {
            using var workbook = new Workbook(new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read), new IntakeLimits());
            var sheets = workbook.Sheets();
            var rows = new Dictionary<FormSheet, ImmutableArray<FormRow>>();
            var missing = ImmutableArray.CreateBuilder<Problem>();
            foreach (var sheet in FormSheets.All)
            {
                var found = sheets.FirstOrDefault(one => sheet.IsCalled(one.Name));
                rows[sheet] = found is null ? [] : await SheetRows.ReadAsync(sheet, found, cancellationToken).ConfigureAwait(false);
                if (found is null)
                {
                    missing.Add(new Problem("framework-sheet-missing", Severity.Error).With("name", sheet.Title));
                }
            }

            var (root, places) = FormJson.Join(rows);
            var read = FrameworkReading.Read(root, places, frameworks);
            return missing.Count == 0 ? read : new(null, [.. missing, .. read.Problems]);
        }
        catch (Exception exception) when (WorkbookException.IsOfTheFile(exception))
        {
            return new(null, [new Problem("framework-unreadable", Severity.Error).With("fault", WorkbookException.ToFault(exception).Kind.Code)]);
        }
    }

    /// <summary>Writes the form, filled with a framework.</summary>
    /// <param name="file">Written from its position.</param>
    public static Task WriteAsync(Framework framework, Stream file, CancellationToken cancellationToken) =>
        FormWriter.WriteAsync(framework, file, cancellationToken);
}
