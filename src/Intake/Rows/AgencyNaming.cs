using Ita.Domain.Naming;

namespace Ita.Intake.Rows;

/// <summary>The name, type and province of an agency in the rows of the file.</summary>
internal sealed class AgencyNaming
{
    private readonly Told name = new(PlainName.OfAgency);
    private readonly Told type = new(PlainName.Of);
    private readonly Told province = new(PlainName.OfProvince);

    public string? Name => name.Text;

    public void Read(TableRows rows, NamingCells cells, RowReport report)
    {
        name.Read(rows, cells.Name, report);
        type.Read(rows, cells.Type, report);
        province.Read(rows, cells.Province, report);
    }

    /// <summary>Null when the file says nothing of it.</summary>
    public Agency? ToAgency(FiscalYear year, string code) => (name.Text ?? type.Text ?? province.Text) is null
        ? null
        : new(year, code, name.Text, type.Text, province.Text);

    /// <param name="plain">A text in the form in which its spellings are equal.</param>
    private sealed class Told(Func<string, string> plain)
    {
        private byte[] spelling = [];
        private int line;

        public string? Text { get; private set; }

        public void Read(TableRows rows, NamingCell read, RowReport report)
        {
            // Nearly every row repeats the one before.
            var cell = rows.Cell(read.Column);
            if (read.Column < 0 || cell.SequenceEqual(spelling) || !read.Take(rows, report, out var text))
            {
                return;
            }

            if (text.Length > 0 && Text is null)
            {
                (spelling, Text, line) = (cell.ToArray(), text, report.Line);
            }
            else if (text.Length > 0 && text != Text && plain(text) != plain(Text!))
            {
                report.NoteShowing(
                    new Fault(ProblemCatalogue.AgencyNameDiffers)
                        .With("other", ShownValue.OfWords(Text!))
                        .With("otherLine", FormattableString.Invariant($"{line}")),
                    read.Column,
                    ShownValue.OfWords(text));
            }
        }
    }
}
