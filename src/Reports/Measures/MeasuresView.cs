using Ita.Reports.Analysis;

namespace Ita.Reports.Measures;

/// <summary>The plan prepared for its sections: every weakness with the measures that address it.</summary>
public sealed class MeasuresView
{
    public MeasuresView(MeasuresModel model)
    {
        Model = model;
        Analysis = new(new(model.Result, model.Framework, null, model.Thresholds, new("", ""), model.Version, model.ComputedAt));
        Items = ItemFigure.List(model.Result, model.Framework, model.Thresholds).ToDictionary(item => item.Code);
        Coverage = Coverage.Compute(model.Result, model.Framework, model.Thresholds, model.Measures);
        Weak = Coverage.WeakCodes(model.Result, model.Framework, model.Thresholds);
        Blocks = IssueBlock.Group(this);
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

    /// <summary>Number of a measure in the plan, from 1.</summary>
    public int NumberOf(Measure measure) => Model.Measures.IndexOf(measure) + 1;

    /// <summary>The table row of a weakness: an item with its text, or an indicator with its name.</summary>
    public WeakRow RowOf(string code) => Items.TryGetValue(code, out var item)
        ? new(code, item.Text, item.Shown)
        : new(Analysis.Names.Brief(new(code)), NodeOf(code)?.Name ?? "", NodeOf(code)?.Shown);

    /// <summary>Codes as named in a sentence: items by code, indicators by number.</summary>
    public string Named(string code) => Items.ContainsKey(code) ? code : Analysis.Names.Brief(new(code));

    private ScoreNode? NodeOf(string code) => Analysis.Indicators.FirstOrDefault(node => node.Key.Code == code);
}

/// <param name="Code">The code as shown in a table.</param>
public sealed record WeakRow(string Code, string Text, decimal? Score);
