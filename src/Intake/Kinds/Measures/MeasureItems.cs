namespace Ita.Intake.Kinds.Measures;

/// <summary>Reads which items and indicators of the analysed year a measure is to raise.</summary>
internal sealed class MeasureItems(RowReport report, int column)
{
    /// <summary>The codes as the framework spells them, each once, in the order of the cell.</summary>
    /// <returns>Whether each of them is known.</returns>
    public bool Take(TableRows rows, YearBook book, out ImmutableArray<string> codes)
    {
        var cell = FormulaGuard.Bare(CellText.Trimmed(rows.Cell(column)));
        var words = ItemListCell.Split(cell).ToList();
        // A telephone number or a name falls into pieces here, none of which looks like one.
        var mayShow = !PersonalData.IsIn(cell) && !PersonalData.IsLikeName(cell);
        var known = words.Select(word => CodeOf(word, mayShow ? ShownValue.Of(word) : PersonalData.Hidden, book)).OfType<string>().ToList();
        codes = [.. known.Distinct()];
        return known.Count == words.Count;
    }

    private string? CodeOf(string word, string shown, YearBook book)
    {
        var reading = book.Items.Read(Encoding.UTF8.GetBytes(word));
        if (reading.Fault is { } fault)
        {
            report.NoteShowing(fault, column, shown);
        }

        return reading.IsGood ? Allowed(reading.Value.Item, word, book.Framework) : null;
    }

    private string? Allowed(KnownItem item, string word, Framework framework)
    {
        if (item.IsItem || framework.Indicators.Any(indicator => ScoreKey.Indicator(indicator.Number).Code == item.Key.Code))
        {
            return item.Key.Code;
        }

        report.NoteShowing(new Fault(ProblemCatalogue.ItemNotForMeasure).With("example", ExampleIn(framework)), column, ShownValue.OfWords(word));
        return null;
    }

    private static string ExampleIn(Framework framework) =>
        framework.Items.IsEmpty ? ScoreKey.Indicator(framework.Indicators[0].Number).Code : framework.Items[0].Code;
}
