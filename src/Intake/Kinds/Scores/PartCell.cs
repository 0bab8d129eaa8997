namespace Ita.Intake.Kinds.Scores;

/// <summary>Reads which part of an instrument a score belongs to: its number, or the part's own code.</summary>
internal static class PartCell
{
    /// <param name="instrument">The instrument of the row's item; null for the total.</param>
    /// <returns>The part's code; null when the cell is blank.</returns>
    public static Reading<string?> Read(ReadOnlySpan<byte> cell, Instrument? instrument)
    {
        if (CellText.IsBlank(cell))
        {
            return new((string?)null);
        }

        var text = CellText.Plain(CellText.Trimmed(cell));

        if (instrument is not { Parts.Length: > 0 })
        {
            return new Fault(ProblemCatalogue.PartNotAsked);
        }

        var part = instrument.Parts.FirstOrDefault(part => Spellings(part).Contains(text));
        return part is null
            ? new Fault(ProblemCatalogue.PartUnknown).With("known", string.Join(", ", instrument.Parts.Select(part => part.Number)))
            : new Reading<string?>(part.Code);
    }

    private static string[] Spellings(InstrumentPart part)
    {
        var number = FormattableString.Invariant($"{part.Number}");
        return [number, CellText.Plain(part.Code), "part" + number, "ส่วนที่" + number];
    }
}
