namespace Ita.App.Reports;

/// <summary>Codes of the kinds of reports.</summary>
internal static class ReportKinds
{
    /// <summary>The kinds of one agency's reports.</summary>
    public static ImmutableArray<string> OfOneAgency { get; } = [.. ReportKind.All.Where(kind => kind.IsOfOneAgency).Select(kind => kind.Code)];

    /// <summary>The kinds that have a letter head.</summary>
    public static ImmutableArray<string> WithLetterHead { get; } = [.. ReportKind.All.Where(kind => kind.HasLetterHead).Select(kind => kind.Code)];
}
