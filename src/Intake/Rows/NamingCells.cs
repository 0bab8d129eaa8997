using Ita.Domain.Texts;

namespace Ita.Intake.Rows;

/// <summary>The cells with the name, type and province of an agency.</summary>
internal sealed class NamingCells(HeaderRow header)
{
    public NamingCell Name { get; } = new(header.IndexOf(Column.AgencyName), TextCell.Read, TextLimits.AgencyName);

    public NamingCell Type { get; } = new(header.IndexOf(Column.AgencyType), TextCell.ReadAgencyType, TextLimits.AgencyType, mayBePersonal: true);

    public NamingCell Province { get; } = new(header.IndexOf(Column.Province), TextCell.ReadProvince, TextLimits.Province, mayBePersonal: true);

    public bool HasAny => Name.Column >= 0 || Type.Column >= 0 || Province.Column >= 0;
}

/// <summary>One column of names, which have few spellings in a file.</summary>
/// <param name="column">The index of the column; -1 when the file does not have it.</param>
/// <param name="limit">The most characters that are stored, one of <see cref="TextLimits"/>.</param>
/// <param name="mayBePersonal">Whether several words in the cell may be the name of a person; what an agency is called is public.</param>
internal sealed class NamingCell(int column, Func<string, Reading<string>> read, int limit, bool mayBePersonal = false)
{
    private readonly CellCache<string> cells = new(read);

    public int Column => column;

    /// <summary>Takes the text, or notes what is wrong with it.</summary>
    /// <returns>Whether there is a text; it may be empty.</returns>
    public bool Take(TableRows rows, RowReport report, out string text)
    {
        if (!report.TakeOnceShowing(cells.Read(rows.Cell(column)), column, Shown(rows.Cell(column)), out text))
        {
            return false;
        }

        if (text.Length <= limit)
        {
            return true;
        }

        report.NoteTooLong(column, limit);
        return false;
    }

    private string Shown(ReadOnlySpan<byte> cell) => mayBePersonal ? ShownValue.Of(cell) : ShownValue.OfWords(cell);
}
