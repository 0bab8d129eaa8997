using Ita.Domain;
using Ita.Domain.Frameworks;
using Ita.Intake.Reading;
using Ita.Intake.Templates;
using Ita.Tests.Office;

namespace Ita.Intake.Tests.Templates;

/// <summary>Forms that LibreOffice opened and saved are read as they were written.</summary>
public class LibreOfficeTests
{
    private const string Code = "05150101";

    private static readonly FileKind[] Kinds = Enum.GetValues<FileKind>();

    [LibreOfficeFact]
    public async Task A_workbook_saved_by_LibreOffice_is_read_as_it_was()
    {
        var written = await FormsAsync();

        var sheets = await LibreOffice.SaveAsync(written, "ods");
        var workbooks = await LibreOffice.SaveAsync(sheets, "xlsx");
        var old = await LibreOffice.SaveAsync(written, "xls");

        foreach (var kind in Kinds)
        {
            var expected = ReadForm.Of(await Uploads.Read(written[$"{kind}.xlsx"]));
            Assert.Equal(expected, ReadForm.Of(await Uploads.Read(workbooks[$"{kind}.xlsx"])));
            Assert.Equal(expected, ReadForm.Of(await Uploads.Read(old[$"{kind}.xls"])));
        }
    }

    [LibreOfficeFact]
    public async Task A_workbook_saved_as_CSV_is_read_as_it_was()
    {
        var written = await FormsAsync();

        var saved = await LibreOffice.SaveAsync(written, LibreOffice.EverySheetAsCsv);

        foreach (var kind in Kinds)
        {
            using var form = new FormFile(written[$"{kind}.xlsx"]);
            var sheets = form.VisibleSheets.SkipLast(1).Select(sheet => saved[$"{kind}-{sheet}.csv"]);
            Assert.Equal(ReadForm.Of(await Uploads.Read(written[$"{kind}.xlsx"])), ReadForm.Of(await Uploads.Read(Together(sheets))));
        }
    }

    /// <summary>LibreOffice takes the code for a number. The stored agency shows that a zero is missing. Forms of answers and remarks have no row
    /// that is filled in.</summary>
    [LibreOfficeFact]
    public async Task A_CSV_form_saved_as_workbook_has_lost_the_zero_and_is_reported()
    {
        var forms = Kinds.ToDictionary(kind => $"{kind}.csv", kind => Template(kind).ToCsv());

        var saved = await LibreOffice.SaveAsync(forms, "xlsx");

        foreach (var kind in Kinds.Except([FileKind.Responses, FileKind.Remarks]))
        {
            var read = await IntakeReader.ReadAsync(new MemoryStream(saved[$"{kind}.xlsx"]), "form.xlsx", new(), Uploads.Catalogue, KnownAsync);
            Assert.Contains(read.Problems, problem => problem.Code == "code-of-known-agency");
            Assert.Empty(read.Content.AgencyCodes);
        }
    }

    private static async Task<Dictionary<string, byte[]>> FormsAsync()
    {
        var forms = new Dictionary<string, byte[]>();
        foreach (var kind in Kinds)
        {
            forms.Add($"{kind}.xlsx", await FormFile.WriteAsync(Template(kind)));
        }

        return forms;
    }

    private static Template Template(FileKind kind)
    {
        var known = new KnownOfYear(FrameworkCatalogue.BuiltIn.Find(2567)!, Code);
        return TemplateWriter.Create(kind, known.Framework, [new(Code, known.Sheet, known.Agency, known.Measures, new() { Unit = "สำนักปลัด" })]);
    }

    private static ValueTask<IReadOnlyDictionary<string, string?>> KnownAsync(
        FiscalYear year, IReadOnlyCollection<string> codes, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyDictionary<string, string?>>(
            codes.Contains(Code) ? new Dictionary<string, string?> { [Code] = "อบต. \"ตัวอย่าง\", ที่ 1" } : []);

    /// <summary>The rows of several files with the same header in one file.</summary>
    private static byte[] Together(IEnumerable<byte[]> files) =>
        [.. files.SelectMany((file, place) => place == 0 ? file : file[(Array.IndexOf(file, (byte)'\n') + 1)..])];
}
