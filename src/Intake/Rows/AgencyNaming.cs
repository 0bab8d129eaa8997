using Ita.Domain.Texts;

namespace Ita.Intake.Rows;

/// <summary>The name, type and province of an agency in the rows of the file.</summary>
internal sealed class AgencyNaming
{
    private readonly Told name = new();
    private readonly Told type = new();
    private readonly Told province = new();

    public void Read(TableRows rows, NamingColumns columns, RowReport report)
    {
        name.Read(rows.Cell(columns.Name), columns.Name, report);
        type.Read(rows.Cell(columns.Type), columns.Type, report);
        province.Read(rows.Cell(columns.Province), columns.Province, report);
    }

    /// <summary>Null when the file says nothing of it.</summary>
    public Agency? ToAgency(FiscalYear year, string code) => (name.Text ?? type.Text ?? province.Text) is null
        ? null
        : new(year, code, name.Text, type.Text, province.Text);

    private sealed class Told
    {
        private byte[] spelling = [];
        private int line;

        public string? Text { get; private set; }

        public void Read(ReadOnlySpan<byte> cell, int column, RowReport report)
        {
            // Nearly every row repeats the one before.
            if (column < 0 || cell.SequenceEqual(spelling))
            {
                return;
            }

            var text = report.TakeText(column, TextLimits.AgencyText);
            if (text.Length > 0 && Text is null)
            {
                (spelling, Text, line) = (cell.ToArray(), text, report.Line);
            }
            else if (text.Length > 0 && text != Text)
            {
                report.NoteShowing(
                    new Fault(ProblemCatalogue.AgencyNameDiffers)
                        .With("other", ShownValue.OfWords(Text!))
                        .With("otherLine", FormattableString.Invariant($"{line}")),
                    column,
                    ShownValue.OfWords(text));
            }
        }
    }
}

/// <summary>The indexes of the naming columns; -1 for columns that the file does not have.</summary>
internal readonly record struct NamingColumns(int Name, int Type, int Province)
{
    public bool HasAny => Name >= 0 || Type >= 0 || Province >= 0;

    public static NamingColumns Find(HeaderRow header) =>
        new(header.IndexOf(Column.AgencyName), header.IndexOf(Column.AgencyType), header.IndexOf(Column.Province));
}
