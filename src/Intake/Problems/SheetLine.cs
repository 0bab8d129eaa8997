namespace Ita.Intake.Problems;

/// <summary>The line of a row in a file of several sheets as one number that rises from sheet to sheet.</summary>
/// <remarks>Lines of the first sheet, and of files without sheets, are the numbers themselves.</remarks>
internal static class SheetLine
{
    /// <summary>Sheets that one file may have.</summary>
    public const int MostSheets = 1 << (SheetMark - LineBits);

    private const int SheetMark = 30;

    /// <summary>Enough for the rows of a sheet in any spreadsheet program.</summary>
    private const int LineBits = 21;

    /// <param name="sheet">From 0.</param>
    public static int Join(int sheet, int line) => sheet == 0 ? line : (1 << SheetMark) | (sheet << LineBits) | line;

    /// <summary>The line as the sheet shows it.</summary>
    public static int LineOf(int joined) => joined < 1 << SheetMark ? joined : joined & ((1 << LineBits) - 1);

    public static int SheetOf(int joined) => joined < 1 << SheetMark ? 0 : (joined & ((1 << SheetMark) - 1)) >> LineBits;

    public static ScoreSource SourceOf(int joined) => SourceOf(joined, joined);

    public static ScoreSource AnswersOf(int first, int last) => (SheetOf(first), SheetOf(last)) is (0, 0)
        ? ScoreSource.Answers(LineOf(first), LineOf(last))
        : ScoreSource.Answers(SourceOf(first, last));

    public static ScoreSource SourceOf(int first, int last)
    {
        var (start, end) = (SheetOf(first), SheetOf(last));
        var lines = ScoreSource.Lines(LineOf(first), LineOf(last));
        return (start, end) switch
        {
            (0, 0) => lines,
            _ when start == end => ScoreSource.Of(FormattableString.Invariant($"{lines} of sheet {start + 1}")),
            _ => ScoreSource.Of(FormattableString.Invariant($"line {LineOf(first)} of sheet {start + 1} to line {LineOf(last)} of sheet {end + 1}")),
        };
    }
}
