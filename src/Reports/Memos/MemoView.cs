using Ita.Reports.Analysis;
using Ita.Reports.Measures;

namespace Ita.Reports.Memos;

/// <summary>A memo as it is set; its figures are those of the plan it goes with.</summary>
public sealed class MemoView(MemoModel model)
{
    public MemoModel Model => model;

    public MeasuresView Plan { get; } = new(new(model.Result, model.Framework, model.Thresholds, model.Measures, model.Version, model.ComputedAt));

    public AnalysisView Analysis => Plan.Analysis;

    public string Agency => Analysis.Agency;

    public FiscalYear CarriedOut => Plan.Model.CarriedOut;

    public string Subject => model.Head.Subject ?? MemoProse.Subject(model.About, model.Result.Year, CarriedOut);

    public string Addressee => model.Head.Addressee ?? "หัวหน้าหน่วยงาน";
}
