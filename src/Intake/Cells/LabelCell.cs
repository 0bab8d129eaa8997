namespace Ita.Intake.Cells;

/// <summary>Reads what a file calls a score beside its code: any text, shortened.</summary>
internal static class LabelCell
{
    /// <returns>Empty when the cell is blank.</returns>
    public static Reading<string> Read(string cell)
    {
        var reading = TextCell.Read(cell);
        return reading.IsGood ? CellText.Shortened(reading.Value) : reading;
    }
}
