using Ita.Reports.Analysis;
using Ita.Reports.FollowUps;
using Ita.Reports.Measures;

namespace Ita.Reports.Checks;

/// <summary>The check sheet prepared for its sections.</summary>
public sealed class CheckView(CheckModel model)
{
    public CheckModel Model => model;

    /// <summary>The plan prepared as in the plan of measures.</summary>
    public MeasuresView Plan { get; } = new(new(model.Result, model.Framework, model.Thresholds, model.Measures, model.Version, model.ComputedAt));

    public AnalysisView Analysis => Plan.Analysis;

    public string Agency => Analysis.Agency;

    /// <summary>The findings, errors first; missing items are one row.</summary>
    public ImmutableArray<CheckRow> Findings => CheckRow.List(model.Result, Analysis.Names);

    /// <summary>Evidence whose URL has faults, with the measure.</summary>
    public ImmutableArray<(Measure Measure, EvidenceLink Evidence, string Faults)> Links =>
    [
        .. from measure in model.Measures
           from evidence in measure.Evidence
           let faults = EvidenceLinks.Check(evidence.Url, model.AgencyHost, measure.CarriedOut)
           where !faults.IsEmpty
           select (measure, evidence, string.Join(" ", faults.Select(FollowUpText.Fault))),
    ];

    /// <summary>Numbers of measures, as in the plan: 1 2 และ 5.</summary>
    public string NumbersOf(IEnumerable<Measure> measures) => ThaiList.Numbers(measures.Select(Plan.NumberOf));
}
