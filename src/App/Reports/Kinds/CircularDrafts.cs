using Ita.App.Web;
using Ita.Domain;
using Ita.Reports.Memos;

namespace Ita.App.Reports.Kinds;

/// <summary>หนังสือเวียน.</summary>
internal sealed class CircularDrafts(StoredPlans plans, LetterHeadTable heads, PublicAddress address) : IReportDrafts
{
    public string Kind => ReportName.Circular;

    public async Task<ReportDraft> DraftAsync(DraftSource source, CancellationToken cancellationToken)
    {
        var (stored, plan) = (source.Stored, await plans.FindAsync(source.Stored, cancellationToken));
        var (year, agency) = (stored.Result.Year, stored.Result.Agency);
        var enclosed = plan.Measures.IsEmpty ? ReportName.Analysis : ReportName.Measures;
        var model = new CircularModel(
            agency,
            year,
            plan.Measures.Select(measure => measure.CarriedOut).DefaultIfEmpty(FiscalYear.FromBuddhistEra(year.BuddhistEra + 1)).Max()!,
            plan.Measures.IsEmpty ? MemoPurpose.Analysis : MemoPurpose.Measures,
            await heads.FindAsync(year, agency.Code, Kind, cancellationToken) ?? LetterHead.Blank,
            new Uri(address.Url, $"/api/v1/reports/{year}/{Uri.EscapeDataString(agency.Code)}/{enclosed}?format=pdf"),
            stored.Version,
            plan.At);
        return new(plan.At, seal => CircularLetter.RenderAsync(model with { Verification = seal }, source.Options));
    }
}
