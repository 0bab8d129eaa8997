namespace Ita.Intake.Cells;

/// <summary>Every plain spelling of what a year's framework has: items, sub-indicators, indicators, instruments, total, rating.</summary>
internal sealed class ItemSpellings
{
    private readonly Dictionary<string, KnownItem> bySpelling = new(StringComparer.Ordinal);
    private readonly Framework framework;

    public ItemSpellings(Framework framework)
    {
        this.framework = framework;
        AddResult();
        foreach (var instrument in framework.Instruments)
        {
            AddInstrument(instrument);
            AddIndicators(instrument);
            AddItems(instrument);
        }
    }

    public IEnumerable<Instrument> Instruments => framework.Instruments;

    /// <summary>The codes as the framework spells them, for suggestions.</summary>
    public IEnumerable<string> Codes => bySpelling.Values.Where(item => item.Key.Part is null).Select(item => item.Key.Code).Distinct();

    /// <param name="plain">See <see cref="CellText.Plain"/>.</param>
    public KnownItem? Find(string plain) => bySpelling.GetValueOrDefault(plain) ?? bySpelling.GetValueOrDefault(CellText.WithoutZeros(plain));

    private void AddResult()
    {
        AddAll(ColumnNames.Plain(Column.Total), new(ScoreKey.Total, Instrument: null));
        AddAll(ColumnNames.Plain(Column.Rating), KnownItem.Rating);
    }

    private void AddInstrument(Instrument instrument)
    {
        Add(instrument.Code, new(new(instrument.Code), instrument));
        foreach (var part in instrument.Parts)
        {
            Add(part.Code, new(new(instrument.Code, part.Code), instrument));
        }
    }

    private void AddIndicators(Instrument instrument)
    {
        foreach (var indicator in framework.Indicators.Where(indicator => instrument.Indicators.Contains(indicator.Number)))
        {
            var known = new KnownItem(ScoreKey.Indicator(indicator.Number), instrument);
            AddAll(ColumnNames.Plain(Column.Ind).Select(name => FormattableString.Invariant($"{name}{indicator.Number}")), known);
            AddAll(indicator.Variants.Prepend(indicator.NameTh), known);
        }

        foreach (var sub in framework.SubIndicators.Where(sub => instrument.Indicators.Contains(sub.Indicator)))
        {
            Add(sub.Code, new(new(sub.Code), instrument));
        }
    }

    private void AddItems(Instrument instrument)
    {
        foreach (var item in framework.Items.Where(item => instrument.Indicators.Contains(item.Indicator)))
        {
            Add(item.Code, new(new(item.Code), instrument, IsItem: true));
            var number = item.Code[instrument.ItemPrefix.Length..];
            foreach (var part in instrument.Parts)
            {
                Add(part.ItemPrefix + number, new(new(item.Code, part.Code), instrument, IsItem: true));
            }
        }
    }

    private void AddAll(IEnumerable<string> spellings, KnownItem item)
    {
        foreach (var spelling in spellings)
        {
            Add(spelling, item);
        }
    }

    // The first meaning counts: a part without its own prefix must not replace the items of its instrument.
    private void Add(string spelling, KnownItem item) => bySpelling.TryAdd(CellText.Plain(spelling), item);
}
