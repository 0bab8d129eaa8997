using Ita.App.Settings;
using Ita.Reports.Text;

namespace Ita.App.Reports;

/// <summary>Resolves the parameters of a URL to a report.</summary>
internal sealed class ReportNames(ResultTable results, SettingsTable settings)
{
    /// <summary>The report of the current version of a result. Without <paramref name="digits"/> it has those of the agency's settings for its
    /// kind, else Arabic ones.</summary>
    public async Task<Outcome<ReportName>> FindAsync(FiscalYear year, string agency, string kind, string? digits, CancellationToken cancellationToken)
    {
        if (ReportKind.Find(kind) is not { IsOfOneAgency: true } found)
        {
            return Refusal.NotFound("unknown-report", ("kind", kind), ("kinds", string.Join(", ", ReportKinds.OfOneAgency)));
        }

        if (ParseDigits(digits) is not { } known)
        {
            return Refusal.Invalid("digits-unknown");
        }

        if (await results.FindAsync(year, agency, cancellationToken) is not { } row)
        {
            return Refusal.NotFound();
        }

        var set = digits is null ? (await settings.FindAsync(row.Year, agency, cancellationToken)).FindDigits(kind) : null;
        return new ReportName(row.Year, agency, found, row.Version, set == DigitStyle.Thai ? Digits.Thai : known);
    }

    public static Outcome<ReportName> ForSummary(FiscalYear year, string? province, string? type, string? digits)
    {
        var asked = GroupNames.Read(province, type);
        return ParseDigits(digits) is { } known
            ? new ReportName(year, new SummaryScope(asked.Province, asked.Type).Subject, ReportKind.Summary, 1, known)
            : Refusal.Invalid("digits-unknown");
    }

    /// <summary>Arabic when <paramref name="digits"/> is null; null when it is unknown.</summary>
    public static Digits? ParseDigits(string? digits) => digits switch
    {
        null or ReportName.ArabicDigits => Digits.Arabic,
        ReportName.ThaiDigits => Digits.Thai,
        _ => null,
    };
}
