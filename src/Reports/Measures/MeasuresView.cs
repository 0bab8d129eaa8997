using Ita.Reports.Analysis;

namespace Ita.Reports.Measures;

/// <summary>The plan prepared for its sections: every weakness with the measures that address it.</summary>
public sealed class MeasuresView
{
    // More would be longer than what the agency can carry out.
    private const int Proposed = 2;

    public MeasuresView(MeasuresModel model)
    {
        Model = model;
        Analysis = new(new(model.Result, model.Framework, model.Previous, model.Thresholds, model.Version, model.ComputedAt));
        Items = ItemFigure.List(model.Result, model.Framework, model.Thresholds).ToDictionary(item => item.Code);
        Coverage = Coverage.Compute(model.Result, model.Framework, model.Thresholds, model.Measures);
        Weak = Coverage.WeakCodes(model.Result, model.Framework, model.Thresholds);
        Blocks = IssueBlock.Group(this);
        Detail = new(this);
    }

    public MeasuresModel Model { get; }

    /// <summary>The result prepared as in the analysis report.</summary>
    public AnalysisView Analysis { get; }

    public Coverage Coverage { get; }

    /// <summary>Codes of weak items, and of weak indicators none of whose items is known.</summary>
    public ImmutableArray<string> Weak { get; }

    public ImmutableArray<IssueBlock> Blocks { get; }

    public string Agency => Analysis.Agency;

    internal Dictionary<string, ItemFigure> Items { get; }

    internal WeaknessDetail Detail { get; }

    /// <summary>Number of a measure in the plan, from 1.</summary>
    public int NumberOf(Measure measure) => Model.Measures.IndexOf(measure) + 1;

    /// <summary>The table row of a weakness: an item with its text, or an indicator with its name.</summary>
    public WeakRow RowOf(string code) => Items.TryGetValue(code, out var item)
        ? new(code, code, item.Text, item.Shown)
        : new(code, Analysis.Names.Brief(new(code)), NodeOf(code)?.Name ?? "", NodeOf(code)?.Shown);

    /// <summary>The measures, not cancelled, that are meant to raise one of some weak scores.</summary>
    public IEnumerable<Measure> MeasuresFor(IEnumerable<WeakRow> rows) => Model.Measures.Where(measure =>
        measure.Status != MeasureStatus.Cancelled && rows.Any(row => Coverage.Addresses(measure, row.Key, Model.Framework)));

    /// <summary>Measures of the library for weaknesses that no measure of the plan addresses, those of the issue first; the agency decides on
    /// them.</summary>
    internal ImmutableArray<Measure> ProposalsFor(IssueBlock block)
    {
        var open = block.Measures.IsEmpty ? block.Weak.Where(row => !MeasuresFor([row]).Any()).ToList() : [];
        return [.. MeasureLibrary.For(Model.Framework).Measures.Select(template => template.For(template.Id, Model.Result.Year))
            .Where(measure => open.Exists(row => Coverage.Addresses(measure, row.Key, Model.Framework)))
            .OrderBy(measure => measure.Issue != block.Number)
            .Take(Proposed)];
    }

    /// <summary>Where the score of an item or indicator comes from.</summary>
    internal WeaknessSource SourceOf(string code)
    {
        var indicator = Model.Framework.Items.FirstOrDefault(item => item.Code == code)?.Indicator;
        var instrument = Model.Framework.Instruments.First(one =>
            one.Indicators.Any(number => number == indicator || ScoreKey.Indicator(number).Code == code));
        return instrument.Answers == AnswerKind.Checklist ? WeaknessSource.Website
            : instrument.ItemPrefix == "I" ? WeaknessSource.Staff : WeaknessSource.Public;
    }

    /// <summary>Codes in a sentence: ข้อ I1, E1 และตัวชี้วัดที่ 4.</summary>
    public string Named(IEnumerable<string> codes)
    {
        var byKind = codes.ToLookup(Items.ContainsKey);
        string[] items = byKind[true].Any() ? [$"ข้อ\u00a0{ThaiList.Codes(byKind[true])}"] : [];
        return ThaiList.And(items.Concat(byKind[false].Select(code => Analysis.Names.Brief(new(code)))));
    }

    private ScoreNode? NodeOf(string code) => Analysis.Indicators.FirstOrDefault(node => node.Key.Code == code);
}

/// <param name="Key">The code of the item (O8) or indicator (IND4).</param>
/// <param name="Code">The code as shown in a table.</param>
public sealed record WeakRow(string Key, string Code, string Text, decimal? Score);
