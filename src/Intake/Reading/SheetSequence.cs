using Ita.Intake.Workbooks;

namespace Ita.Intake.Reading;

/// <summary>The rows of several sheets with the same header, one sheet after the other, with the columns in the order of the first.</summary>
internal sealed class SheetSequence(ImmutableArray<SurveyedSheet> read, ImmutableArray<Problem> notes) : TableRows, IDisposable
{
    private WorkbookRows? rows;
    private int sheet;

    /// <summary>The index of each column of the first header in the sheet being read; default for the first sheet.</summary>
    private ImmutableArray<int> indexes;

    public override ImmutableArray<string> Sheets { get; } = [.. read.Select(one => one.Sheet.ShownName)];

    public override ImmutableArray<Problem> Notes => notes;

    public override int CellCount => indexes.IsDefault ? rows?.CellCount ?? 0 : indexes.Length + Math.Max(0, rows!.CellCount - Header.Count);

    public override IReadOnlyList<CellFlaw> Flaws => indexes.IsDefault || rows!.Flaws.Count == 0
        ? rows?.Flaws ?? []
        : [.. rows.Flaws.Where(flaw => indexes.Contains(flaw.Column)).Select(flaw => flaw with { Column = indexes.IndexOf(flaw.Column) })];

    private HeaderRow Header => read[sheet].Header!;

    public override ReadOnlySpan<byte> Cell(int column) => rows!.Cell(IndexOf(column));

    public override bool HasFixedColumns => true;

    public override bool IsBlank() => rows!.IsBlank();

    public override async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        for (; sheet < read.Length; MoveOn())
        {
            rows ??= read[sheet].Sheet.Open();
            while (await rows.NextAsync(cancellationToken).ConfigureAwait(false))
            {
                (Line, RowFault) = (SheetLine.Join(sheet, rows.Line), rows.RowFault);
                if (sheet == 0 || rows.Line > Header.Line)
                {
                    return true;
                }
            }

            if (rows.Ended is { } fault)
            {
                (Ended, Line) = (fault, SheetLine.Join(sheet, rows.Line));
                return false;
            }
        }

        return false;
    }

    public void Dispose() => rows?.Dispose();

    private void MoveOn()
    {
        rows?.Dispose();
        rows = null;
        sheet++;
        indexes = sheet < read.Length ? read[0].Header!.IndexesIn(Header) : default;
    }

    /// <summary>The column of the sheet being read. Cells beyond its header are beyond the first header too.</summary>
    private int IndexOf(int column) => indexes.IsDefault ? column
        : column < 0 ? -1
        : column < indexes.Length ? indexes[column]
        : Header.Count + column - indexes.Length;
}
