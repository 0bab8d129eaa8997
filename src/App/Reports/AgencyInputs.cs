using Ita.App.Appeals;
using Ita.App.Emblems;
using Ita.App.Measures;
using Ita.App.Remarks;
using Ita.App.Settings;
using Ita.Domain.Appeals;
using Ita.Domain.Improvement;
using Ita.Domain.Remarks;
using Ita.Reports.Memos;

namespace Ita.App.Reports;

/// <summary>What the reports about one agency are made from, read when it is first needed and only once.</summary>
internal sealed class AgencyInputs(
    FiscalYear year,
    string agency,
    ResultRow? known,
    ResultTable results,
    MeasureTable measures,
    RemarkTable remarks,
    LetterHeadTable heads,
    SettingsTable settings,
    EmblemBlobs emblems,
    AppealTable appeals,
    CancellationToken cancellationToken)
{
    private readonly Lazy<Task<ResultRow?>> row =
        new(() => known is null ? results.FindAsync(year, agency, cancellationToken) : Task.FromResult<ResultRow?>(known));

    private readonly Lazy<Task<(ImmutableArray<Measure> Plan, DateTimeOffset? ChangedAt)>> plan =
        new(() => measures.PlanAsync(year, agency, cancellationToken));

    public async Task<string?> StateAsync() => (await row.Value)?.State;

    /// <summary>The blob of the result a number of years later that a report of this result may show.</summary>
    public async Task<string?> BlobAsync(int later)
    {
        var beside = await results.FindAsync(FiscalYear.FromBuddhistEra(year.BuddhistEra + later), agency, cancellationToken);
        return await StateAsync() != StoredResult.Published ? beside?.Blob : beside is { Published: not null } ? beside.AsPublished().Blob : null;
    }

    public async Task<ImmutableArray<RemarkSet>> RemarksAsync() => await remarks.ListAsync(year, agency, cancellationToken);

    public Task<LetterHead?> HeadAsync(string kind) => heads.FindAsync(year, agency, kind, cancellationToken);

    public Task<ReportSettings> SettingsAsync() => settings.FindAsync(year, agency, cancellationToken);

    public Task<Emblem?> EmblemAsync() => emblems.FindShownAsync(year, agency, cancellationToken);

    /// <summary>The days of the year's appeals and the agency's comments.</summary>
    public async Task<AppealsInput> AppealsAsync() => new(
        (await appeals.FindWindowAsync(year, cancellationToken))?.Window,
        [.. (await appeals.ListAsync(year, agency, cancellationToken)).Select(record => record.Comment)]);

    /// <summary>The plan without what was reported about it.</summary>
    public async Task<IEnumerable<Measure>> PlanAsync() => (await plan.Value).Plan.Select(measure => measure with
    {
        Status = MeasureStatus.Planned,
        Percent = 0,
        Result = "",
        Evidence = [],
        Reports = [],
        Pictures = [],
    });

    /// <summary>What was reported about the plan. Which rounds are overdue depends on the day and is not an input.</summary>
    public async Task<IEnumerable<Measure>> FollowUpAsync() => (await plan.Value).Plan.Select(measure => measure with
    {
        Issue = null,
        Items = [],
        Title = "",
        Steps = [],
        Period = "",
        Responsible = "",
        Monitoring = "",
    }).Where(IsReported);

    /// <summary>When the plan, or what was reported about it, was last changed: the date of its documents.</summary>
    public async Task<DateTimeOffset?> PlanDateAsync() => (await plan.Value).ChangedAt;

    private static bool IsReported(Measure measure) =>
        measure.Status != MeasureStatus.Planned || measure.Percent > 0 || measure.Result.Length > 0
            || !(measure.Evidence.IsEmpty && measure.Reports.IsEmpty && measure.Pictures.IsEmpty);
}

/// <summary>What the record of comments is made from, besides the result.</summary>
internal sealed record AppealsInput(AppealWindow? Window, ImmutableArray<AppealComment> Comments);
