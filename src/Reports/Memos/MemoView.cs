using Ita.Reports.Analysis;
using Ita.Reports.Measures;

namespace Ita.Reports.Memos;

/// <summary>A memo prepared for its component; it has the same figures as the plan it accompanies.</summary>
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
