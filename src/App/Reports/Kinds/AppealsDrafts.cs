using Ita.App.Appeals;
using Ita.Reports.Appeals;
using Ita.Reports.Rendering;

namespace Ita.App.Reports.Kinds;

/// <summary>บันทึกการขอทบทวนผล.</summary>
internal sealed class AppealsDrafts(AppealTable appeals, KnownFrameworks frameworks) : IReportDrafts
{
    public ReportKind Kind => ReportKind.Appeals;

    public async Task<RenderedReport> DraftAsync(DraftSource source, CancellationToken cancellationToken)
    {
        var (stored, result) = (source.Stored, source.Stored.Result);
        var window = await appeals.FindWindowAsync(result.Year, cancellationToken);
        ImmutableArray<AppealRecord> records = [.. await appeals.ListAsync(result.Year, result.Agency.Code, cancellationToken)];
        var model = new AppealsModel(
            result.Agency,
            result.Year,
            frameworks.Current.Get(result),
            window?.Window,
            [.. records.Select(record => record.Comment)],
            stored.Version,
            records.SelectMany(record => record.Comment.History).Select(step => step.At).Append(stored.ComputedAt).Max())
        {
            Settings = source.Settings,
        };
        return await Report.RenderAsync(model, source.Options);
    }
}
