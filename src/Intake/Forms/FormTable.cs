using Ita.Intake.Workbooks.Writing;

namespace Ita.Intake.Forms;

/// <summary>The columns and rows of a form, before they are written as CSV or as a workbook.</summary>
/// <param name="Columns">The same for every agency of a year.</param>
internal sealed record FormTable(ImmutableArray<WorkbookColumn> Columns, ImmutableArray<FormRow> Rows)
{
    /// <param name="rows">None for a form in which nothing is known: it gets the row that is not filled in.</param>
    public static FormTable Create(Form form, IEnumerable<WorkbookColumn> columns, IEnumerable<FormRow> rows)
    {
        ImmutableArray<FormRow> known = [.. rows];
        return new([.. columns], known.IsEmpty ? [new(form.Key)] : known);
    }
}

/// <param name="Sheet">The sheet of a workbook that the row belongs to; null where all rows are on one sheet.</param>
internal sealed record FormRow(string[] Cells, string? Sheet = null);
