using System.IO.Compression;
using Ita.Intake.Problems;

namespace Ita.Intake.Workbooks;

/// <summary>An XLSX file: a packed folder of XML parts that name each other. Links to other files are never followed.</summary>
internal sealed class Workbook(ZipArchive archive, IntakeLimits limits) : IDisposable
{
    private readonly ExpandedBytes expanded = new(limits);

    /// <summary>The first sheet that is not hidden, its name and its part.</summary>
    /// <exception cref="WorkbookException">The file is packed, but no workbook; or it is larger than the limits allow.</exception>
    public (string Name, PartReader Part, SharedTexts Texts, CellFormats Formats) FirstSheet()
    {
        expanded.Check(archive);
        var book = RelationsOf("").FirstOrDefault(relation => relation.IsOf("officeDocument"))?.Target;
        if (book is null || !book.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || Open(book) is not { } part)
        {
            throw new WorkbookException(new Fault(ProblemCatalogue.BinaryFile).With("found", "ZIP/DOCX/ODS"));
        }

        var relations = RelationsOf(book).ToList();
        var (name, id, dayZero) = FirstVisible(part);
        var sheet = Open(relations.FirstOrDefault(relation => relation.Id == id)?.Target) ?? throw WorkbookException.Broken();
        return (name, sheet, Texts(relations), Formats(relations, dayZero));
    }

    public void Dispose() => archive.Dispose();

    private static (string Name, string? Id, int DayZero) FirstVisible(PartReader book)
    {
        var dayZero = 0;
        using (book)
        {
            while (book.Read())
            {
                if (book.IsStart && book.Name == "workbookPr")
                {
                    dayZero = book.Attribute("date1904") is "1" or "true" ? NumberFormat.DaysTo1904 : 0;
                }
                else if (book.IsStart && book.Name == "sheet" && book.Attribute("state") is (null or "visible"))
                {
                    return (book.Attribute("name") ?? "", book.AnyAttribute("id"), dayZero);
                }
            }
        }

        throw WorkbookException.Broken();
    }

    private SharedTexts Texts(IEnumerable<PartRelation> relations)
    {
        using var part = Open(relations.FirstOrDefault(relation => relation.IsOf("sharedStrings"))?.Target);
        return part is null ? SharedTexts.None : SharedTexts.Of(part, limits);
    }

    private CellFormats Formats(IEnumerable<PartRelation> relations, int dayZero)
    {
        using var part = Open(relations.FirstOrDefault(relation => relation.IsOf("styles"))?.Target);
        return part is null ? CellFormats.None : CellFormats.Of(part, dayZero);
    }

    private List<PartRelation> RelationsOf(string part)
    {
        using var relations = Open(PartRelation.PartOf(part));
        return relations is null ? [] : PartRelation.Of(relations, part);
    }

    private PartReader? Open(string? part) => part is not null && archive.GetEntry(part) is { } entry
        ? new(expanded.Open(entry), limits.CellBytes)
        : null;
}
