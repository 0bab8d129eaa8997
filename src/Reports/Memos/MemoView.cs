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

    public string Addressee => model.Head.Addressee ?? LetterDefaults.Head(model.Result.Agency);

    /// <summary>Those who sign below the text, lowest position first, without the addressee.</summary>
    public ImmutableArray<Signatory> Signatories => Stated.IsEmpty ? LetterDefaults.Signatories(model.Result.Agency)
        : IsAddressee(Stated[^1]) && Stated.Length > 1 ? Stated[..^1] : Stated;

    /// <summary>The addressee, who writes an opinion and signs it; with the name if the last signatory has this position.</summary>
    public Signatory Decides => !Stated.IsEmpty && IsAddressee(Stated[^1]) ? Stated[^1] : new(Addressee);

    private ImmutableArray<Signatory> Stated => model.Head.Signatories;

    private bool IsAddressee(Signatory signatory) => signatory.Position == Addressee;
}
