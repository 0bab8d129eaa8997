namespace Ita.Intake.Cells;

/// <summary>Reads a count of people: a whole number from 0 up, perhaps with commas between thousands; empty is not given.</summary>
internal static class WholeNumberCell
{
    public static Reading<int?> Read(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
        {
            return new((int?)null);
        }

        var text = CellText.WithoutApostrophe(CellText.WithAsciiDigits(CellText.Trimmed(cell)));
        if (text.Length == 0)
        {
            return new((int?)null);
        }

        return int.TryParse(
            WithoutThousands(WithoutDecimals(CellText.WithoutUnit(text))), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new Reading<int?>(count)
            : new Fault(ProblemCatalogue.NotAWholeNumber);
    }

    /// <summary>51.0 and 51.00, as programs write a count, become 51. 51.000 does not, because its point may separate thousands.</summary>
    private static string WithoutDecimals(string text) =>
        text.EndsWith(".00", StringComparison.Ordinal) ? text[..^3] : text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;

    private static string WithoutThousands(string text)
    {
        var groups = text.Split(',');
        return groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3) ? string.Concat(groups) : text;
    }
}
