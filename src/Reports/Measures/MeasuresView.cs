using Ita.Reports.Analysis;

namespace Ita.Reports.Measures;

/// <summary>The plan as its sections read it: every weakness beside the measures that answer it.</summary>
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

    /// <summary>The result in the words of the analysis report.</summary>
    public AnalysisView Analysis { get; }

    public Coverage Coverage { get; }

    /// <summary>Codes of what is weak: items, and indicators none of whose items is known.</summary>
    public ImmutableArray<string> Weak { get; }

    public ImmutableArray<IssueBlock> Blocks { get; }

    public string Agency => Analysis.Agency;

    internal Dictionary<string, ItemFigure> Items { get; }

    /// <summary>Number of a measure in the plan: 1 is the first.</summary>
    public int NumberOf(Measure measure) => Model.Measures.IndexOf(measure) + 1;

    /// <summary>A weakness as a row: an item with its text, an indicator with its name.</summary>
    public WeakRow RowOf(string code) => Items.TryGetValue(code, out var item)
        ? new(code, item.Text, item.Shown)
        : new(Analysis.Names.Brief(new(code)), NodeOf(code)?.Name ?? "", NodeOf(code)?.Shown);

    /// <summary>Codes as a sentence names them, items by their codes and indicators by their numbers.</summary>
    public string Named(string code) => Items.ContainsKey(code) ? code : Analysis.Names.Brief(new(code));

    private ScoreNode? NodeOf(string code) => Analysis.Indicators.FirstOrDefault(node => node.Key.Code == code);
}

/// <param name="Code">As a table shows it.</param>
public sealed record WeakRow(string Code, string Text, decimal? Score);
