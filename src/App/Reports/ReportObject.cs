using Ita.Domain.Texts;

namespace Ita.App.Reports;

/// <param name="AgencyCode">Null for a summary.</param>
/// <param name="Version">The version of the result that was printed; older than the current one when that was never requested.</param>
/// <param name="Status">queued, printed, outdated or failed.</param>
/// <param name="Sha256">The SHA-256 of the PDF; null until printed.</param>
/// <param name="Failure">Why it failed: print-timeout or every-try-failed; null unless failed.</param>
/// <param name="FailureText">The same as a Thai sentence.</param>
/// <param name="FailureTextEn">The same as an English sentence.</param>
/// <param name="Changes">What changed since it was printed; empty unless outdated.</param>
internal sealed record ReportObject(
    FiscalYear FiscalYear,
    string? AgencyCode,
    string Kind,
    int Version,
    string Digits,
    string Status,
    string? Id,
    string? Sha256,
    long? Bytes,
    string? Failure,
    string? FailureText,
    string? FailureTextEn,
    IEnumerable<ReportObject.Change> Changes)
{
    public static ReportObject From(ReportState state)
    {
        var (name, report) = (state.Name, state.Row);
        return new(
            name.Year,
            name.Kind.IsOfOneAgency ? name.Subject : null,
            name.Kind.Code,
            name.Version,
            Names.Of(name.Digits),
            Names.Of(state.Status),
            report.Id,
            report.Sha256,
            report.Bytes,
            report.Failure,
            report.FailureText?.Th,
            report.FailureText?.En,
            state.Changes.Select(change => new Change(change.Code, change.Text.Th, change.Text.En)));
    }

    /// <param name="Code">version, state, plan, follow-up, plan-date, head, emblem, settings, before, after, results, registry, address, program
    /// or contents.</param>
    /// <param name="Text">The same in Thai.</param>
    /// <param name="TextEn">The same in English.</param>
    internal sealed record Change(string Code, string Text, string TextEn);
}
