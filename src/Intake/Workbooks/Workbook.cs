using System.IO.Compression;

namespace Ita.Intake.Workbooks;

/// <summary>An XLSX file: a packed folder of XML parts that name each other. Links to other files are never followed.</summary>
internal sealed class Workbook(ZipArchive archive, IntakeLimits limits) : IDisposable
{
    private readonly ExpandedBytes expanded = new(limits);

    /// <summary>The sheets that are not hidden, in order. A sheet that holds nothing but a chart has no rows and is left out.</summary>
    /// <exception cref="WorkbookException">The file is packed, but no workbook; or it is larger than the limits allow.</exception>
    public ImmutableArray<WorkbookSheet> Sheets()
    {
        expanded.Check(archive);
        var book = RelationsOf("").FirstOrDefault(relation => relation.IsOf("officeDocument"))?.Target;
        if (book is null || !book.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || Open(book) is not { } part)
        {
            throw NoWorkbook();
        }

        var relations = RelationsOf(book);
        var (sheets, dayZero) = VisibleSheets(part);
        var (texts, formats) = (Texts(relations), Formats(relations, dayZero));
        return
        [
            .. from sheet in sheets
               let target = relations.Find(relation => relation.Id == sheet.Id && relation.IsOf("worksheet"))?.Target
               where target is not null
               select new WorkbookSheet(sheet.Name, () => Rows(target, texts, formats)),
        ];
    }

    public void Dispose() => archive.Dispose();

    private XlsxRows Rows(string part, SharedTexts texts, CellFormats formats) =>
        new(Open(part) ?? throw WorkbookException.Broken(), texts, formats, limits);

    private static (List<(string Name, string? Id)> Sheets, int DayZero) VisibleSheets(PartReader book)
    {
        var sheets = new List<(string, string?)>();
        var dayZero = 0;
        using (book)
        {
            if (!book.ReadTo("workbook") || book.Depth > 0)
            {
                throw NoWorkbook();
            }

            while (book.Read())
            {
                if (book.IsStart && book.Name == "workbookPr")
                {
                    dayZero = book.Attribute("date1904") is "1" or "true" ? NumberFormat.DaysTo1904 : 0;
                }
                else if (book.IsStart && book.Name == "sheet" && book.Attribute("state") is (null or "visible"))
                {
                    sheets.Add((book.Attribute("name") ?? "", book.AnyAttribute("id")));
                }
            }
        }

        return (sheets, dayZero);
    }

    private static WorkbookException NoWorkbook() => new(new Fault(ProblemCatalogue.BinaryFile).With("found", "ZIP/DOCX/ODS"));

    private SharedTexts Texts(List<PartRelation> relations)
    {
        using var part = Open(TargetOf(relations, "sharedStrings"));
        return part is null ? SharedTexts.None : SharedTexts.Read(part, limits);
    }

    private CellFormats Formats(List<PartRelation> relations, int dayZero)
    {
        if (TargetOf(relations, "styles") is not { } target)
        {
            return CellFormats.None;
        }

        // Without the formats that the workbook says it has, percentages would be read as fractions.
        using var part = Open(target) ?? throw WorkbookException.Broken();
        return CellFormats.Read(part, dayZero);
    }

    private static string? TargetOf(List<PartRelation> relations, string type) => relations.Find(relation => relation.IsOf(type))?.Target;

    private List<PartRelation> RelationsOf(string part)
    {
        using var relations = Open(PartRelation.PartFor(part));
        return relations is null ? [] : PartRelation.ReadAll(relations, part);
    }

    private PartReader? Open(string? part) => part is not null && (archive.GetEntry(part) ?? Alike(part)) is { } entry
        ? new(expanded.Open(entry), limits.CellBytes)
        : null;

    /// <summary>Names of parts do not depend on case, and some programs pack them with the slashes of Windows.</summary>
    private ZipArchiveEntry? Alike(string part) => archive.Entries.FirstOrDefault(entry =>
        entry.FullName.Replace('\\', '/').Equals(part, StringComparison.OrdinalIgnoreCase));
}
