using Ita.App.Emblems;
using Ita.Reports.Circulars;
using Ita.Reports.Memos;
using Ita.Reports.Rendering;

namespace Ita.App.Reports.Kinds;

/// <summary>หนังสือเวียน.</summary>
internal sealed class CircularDrafts(StoredPlans plans, LetterHeadTable heads, EmblemBlobs emblems, PublicAddress address) : IReportDrafts
{
    public ReportKind Kind => ReportKind.Circular;

    public async Task<RenderedReport> DraftAsync(DraftSource source, CancellationToken cancellationToken)
    {
        var (stored, plan) = (source.Stored, await plans.FindAsync(source.Stored, cancellationToken));
        var (year, agency) = (stored.Result.Year, stored.Result.Agency);
        var enclosed = plan.Measures.IsEmpty ? ReportKind.Analysis : ReportKind.Measures;
        var model = new CircularModel(
            agency,
            year,
            plan.Measures.Select(measure => measure.CarriedOut).DefaultIfEmpty(FiscalYear.FromBuddhistEra(year.BuddhistEra + 1)).Max()!,
            enclosed,
            (await heads.FindAsync(year, agency.Code, Kind.Code, cancellationToken) ?? LetterHead.Blank).ForCircular(source.Settings),
            address.IsSet ? new Uri(address.Url, $"/api/v1/reports/{year}/{Uri.EscapeDataString(agency.Code)}/{enclosed.Code}?format=pdf") : null,
            stored.Version,
            plan.At)
        {
            Settings = source.Settings,
            Emblem = await emblems.FindShownAsync(stored.Result.Year, stored.Result.Agency.Code, cancellationToken),
        };
        return await Report.RenderAsync(model, source.Options);
    }
}
