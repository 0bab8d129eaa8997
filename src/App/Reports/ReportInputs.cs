using Ita.App.Appeals;
using Ita.App.Emblems;
using Ita.App.Measures;
using Ita.App.Remarks;
using Ita.App.Settings;
using Ita.Reports.Sealing;

namespace Ita.App.Reports;

/// <summary>Reads what a report is made from, as one hash per input: <c>head=1a2b… plan=3c4d…</c>. Much cheaper than rendering the report.</summary>
/// <remarks>An input that a report has and this list lacks is a bug: the report would never be outdated by it. A hash too many only costs a
/// rendering, because <see cref="ReportStates"/> compares the contents when a hash differs.</remarks>
public sealed class ReportInputs(
    ResultTable results,
    MeasureTable measures,
    RemarkTable remarks,
    LetterHeadTable heads,
    SettingsTable settings,
    EmblemBlobs emblems,
    AppealTable appeals,
    SummaryDrafts summaries,
    PublicAddress address)
{
    private static readonly ImmutableArray<ReportKind> EveryKind = [.. ReportKind.All.Where(kind => kind.IsOfOneAgency)];

    private static readonly ImmutableArray<ReportKind> WithPlan =
        [ReportKind.Measures, ReportKind.FollowUp, ReportKind.Memo, ReportKind.FollowUpMemo, ReportKind.Circular, ReportKind.Check];

    private static readonly ImmutableArray<ReportKind> Letters = [.. ReportKind.All.Where(kind => kind.HasLetterHead)];

    // The inputs of reports about one agency. The words of a new code are in Domain/Texts/Data/reports.json.
    private static readonly ImmutableArray<AgencyInput> All =
    [
        new("state", EveryKind, async (inputs, _) => HashOf(await inputs.StateAsync())),
        new("before", [ReportKind.Analysis, ReportKind.Measures], async (inputs, _) => HashOf(await inputs.BlobAsync(-1))),
        new("after", [ReportKind.FollowUp], async (inputs, _) => HashOf(await inputs.BlobAsync(1))),
        new("plan", WithPlan, async (inputs, _) => HashOf(await inputs.PlanAsync())),
        new("follow-up", WithPlan, async (inputs, _) => HashOf(await inputs.FollowUpAsync())),
        new(ReportChange.PlanDate, WithPlan, async (inputs, _) => HashOf(await inputs.PlanDateAsync())),
        new("head", Letters, async (inputs, kind) => HashOf(await inputs.HeadAsync(kind.Code))),
        new("remarks", [ReportKind.Analysis], async (inputs, _) => HashOf(await inputs.RemarksAsync())),
        new("settings", EveryKind, async (inputs, _) => HashOf(await inputs.SettingsAsync())),
        new("emblem", Letters, async (inputs, _) => HashOf(await inputs.EmblemAsync())),
        new("appeals", [ReportKind.Appeals], async (inputs, _) => HashOf(await inputs.AppealsAsync())),
    ];

    /// <summary>The inputs as they are now.</summary>
    public Task<string> ReadAsync(ReportName name, CancellationToken cancellationToken) =>
        ReadAsync(name, Begin(name.Year, name.Subject, cancellationToken), cancellationToken);

    /// <param name="read">From <see cref="Begin"/>, shared by the reports of one agency.</param>
    internal async Task<string> ReadAsync(ReportName name, AgencyInputs read, CancellationToken cancellationToken)
    {
        var inputs = name.Kind == ReportKind.Summary
            ? await OfSummaryAsync(name, cancellationToken)
            : await Task.WhenAll(All.Where(one => one.Kinds.Contains(name.Kind)).Select(one => EntryAsync(one, read, name.Kind)));
        return string.Join(' ', inputs.Concat(OfProgram(name.Kind)));
    }

    internal AgencyInputs Begin(FiscalYear year, string agency, CancellationToken cancellationToken) =>
        new(year, agency, null, results, measures, remarks, heads, settings, emblems, appeals, cancellationToken);

    /// <param name="row">The result, which is then not read again.</param>
    internal AgencyInputs Begin(ResultRow row, CancellationToken cancellationToken) =>
        new(row.Year, row.Agency, row, results, measures, remarks, heads, settings, emblems, appeals, cancellationToken);

    /// <summary>The codes of the inputs that differ.</summary>
    public static ImmutableArray<string> Compare(string before, string now)
    {
        var known = before.Split(' ').ToHashSet(StringComparer.Ordinal);
        ImmutableArray<string> changed = [.. now.Split(' ').Where(one => !known.Contains(one)).Select(one => one.Split('=')[0])];
        return changed.Length > 1 ? changed.Remove(ReportChange.PlanDate) : changed;
    }

    private async Task<string[]> OfSummaryAsync(ReportName name, CancellationToken cancellationToken) =>
        [.. (await summaries.InputsAsync(name.Year, SummaryScope.Parse(name.Subject), cancellationToken))
            .Select(one => Entry(one.Code, HashOf(one.Value)))];

    // The QR code of a circular letter leads to a report.
    private IEnumerable<string> OfProgram(ReportKind kind)
    {
        yield return Entry(ReportChange.Program, HashOf(ProgramVersion.Current));
        if (kind == ReportKind.Circular)
        {
            yield return Entry("address", HashOf(address.IsSet ? address.Url : null));
        }
    }

    private static async Task<string> EntryAsync(AgencyInput input, AgencyInputs read, ReportKind kind) =>
        Entry(input.Code, await input.HashAsync(read, kind));

    private static string Entry(string code, string hash) => $"{code}={hash}";

    private static string HashOf<T>(T value) => ReportSeal.Hash(StoredJson.Write(value))[..16];

    private sealed record AgencyInput(string Code, ImmutableArray<ReportKind> Kinds, Func<AgencyInputs, ReportKind, Task<string>> HashAsync);
}
