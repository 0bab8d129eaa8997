using Ita.App.Reports;

namespace Ita.App.Runs;

/// <summary>What a run was requested to make. Equal orders are the same run.</summary>
/// <param name="Kinds">In a fixed order, each once: the kinds made for each agency, and <see
/// cref="ReportKind.Summary.Code"/>.</param>
/// <param name="All">True to check printed reports again; false to make only missing ones.</param>
/// <param name="Digits">thai or arabic.</param>
public sealed record RunOrder(FiscalYear Year, RunScope Scope, ImmutableArray<string> Kinds, bool All, string Digits)
{
    /// <summary>Scores an agency again from stored data and records its result; prints nothing.</summary>
    public const string Result = "result";

    private const int IdDigits = 16;

    /// <summary>The kinds that a run may request.</summary>
    public static IReadOnlyList<string> KnownKinds { get; } = [Result, .. ReportKind.All.Select(kind => kind.Code)];

    /// <summary>The kinds a run makes when none is named; a list of agencies has no summary.</summary>
    public static ImmutableArray<string> UsualKinds(
        RunScope scope) => scope.IsList ? [ReportKind.Analysis.Code] : [ReportKind.Analysis.Code, ReportKind.Summary.Code];

    /// <summary>The order of the timer.</summary>
    public static RunOrder Annual(FiscalYear year) => new(year, RunScope.Nation, UsualKinds(RunScope.Nation), false, ReportName.ArabicDigits);

    /// <summary>The kinds that are made for each agency.</summary>
    public IEnumerable<string> AgencyKinds => Kinds.Where(kind => kind != ReportKind.Summary.Code);

    public bool HasSummaries => Kinds.Contains(ReportKind.Summary.Code);

    /// <summary><c>annual-2566</c> for the order of the timer, <c>run-2566-</c> and a hash of the order for any
    /// other.</summary>
    public string Id => Canonical == Annual(Year).Canonical ? AnnualId(Year.BuddhistEra) : $"run-{Year}-{Hash(Canonical)}";

    private string Canonical => StoredJson.Write(this);

    public static string AnnualId(int year) => FormattableString.Invariant($"annual-{year}");

    /// <summary>The year in a run's id; null when the text is not the id of a run.</summary>
    public static string? YearOf(
        string id) => id.Split('-') is ["annual" or "run", { Length: 4 } year, ..] && year.All(char.IsAsciiDigit) ? year : null;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..IdDigits];
}
