using Ita.Domain.Ranking;

namespace Ita.Reports.Summaries;

/// <summary>The data of a summary of a province, a type of agency or the nation.</summary>
/// <param name="Scope">What is summarised, as named in the title; see <see cref="ScopeTitle"/>.</param>
/// <param name="Framework">The framework of the summary's year.</param>
/// <param name="Version">1 or more.</param>
/// <param name="ComputedAt">When its newest result was computed; date of the report and the PDF.</param>
public sealed record SummaryModel(
    string Scope, Summary Summary, Framework Framework, int Version, DateTimeOffset ComputedAt) : ReportModel(Version, ComputedAt)
{
    public override ReportKind Kind => ReportKind.Summary;

    internal override (FiscalYear Result, FiscalYear Framework)? Years => (Summary.Year, Framework.Year);

    /// <summary>
    /// The target share of agencies, in percent, at or above the target total: 84 by the master plan under the national strategy, issue 21
    /// (as cited in documents of 2567). It is a target of the nation, so other scopes are not measured against it. Null omits the target.
    /// </summary>
    public decimal? ShareTarget { get; init; } = 84;

    /// <summary>Agencies of the registry that have no result, by name.</summary>
    public ImmutableArray<SilentAgency> Silent { get; init; } = [];

    /// <summary>Number of agencies listed at the top and at the bottom of the ranking.</summary>
    public int Listed { get; init; } = 10;
}

/// <summary>A registered agency without any result in the year.</summary>
public sealed record SilentAgency(string Name, string? Type, string? Province);
