using Ita.Domain;
using Ita.Domain.Improvement;
using Ita.Domain.Scoring;
using Ita.Intake.Problems;

namespace Ita.Intake.Outcomes;

/// <summary>All that one uploaded file says, and all that is wrong with it.</summary>
/// <param name="Kind">Null when the header did not tell.</param>
/// <param name="Refused">Why nothing of the file counts; null when it was accepted, with or without problems.</param>
/// <param name="Sheets">One a scored agency and year, by year and code. Each is built when it is asked for, so that a nation of them need
/// not be in memory at once.</param>
/// <param name="Agencies">What the file says of the agencies it was accepted for.</param>
/// <param name="Problems">By line, up to <see cref="IntakeLimits.KeptProblems"/>, errors before warnings when there is no room for both.</param>
/// <param name="ProblemCount">All of them, kept or not.</param>
public sealed record IntakeOutcome(
    FileKind? Kind,
    Detection Detection,
    Problem? Refused,
    IReadOnlyCollection<ScoreSheet> Sheets,
    ImmutableArray<Agency> Agencies,
    ImmutableArray<Problem> Problems,
    int ProblemCount,
    IntakeCounts Counts)
{
    public bool IsRefused => Refused is not null;

    /// <summary>What the assessors of a checklist looked at and said; empty for other kinds and a refused file.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>The measures of each agency, by the year analysed, code and line; empty for other kinds and a refused file.</summary>
    public ImmutableArray<AgencyMeasure> Measures { get; init; } = [];

    /// <summary>This outcome as a sender may have it who speaks for one agency alone: refused whole where the file names another.</summary>
    /// <param name="agency">Null for a sender who speaks for all.</param>
    public IntakeOutcome SentFor(string? agency)
    {
        var other = agency is null ? null : Codes().FirstOrDefault(code => code != agency);
        return other is null || IsRefused ? this : this with
        {
            Refused = new Fault(ProblemCatalogue.OtherAgency).With("own", agency!).At(null, value: ShownValue.Of(other)),
            ProblemCount = ProblemCount + 1,
            Sheets = [],
            Agencies = [],
            Evidence = [],
            Measures = [],
        };
    }

    private IEnumerable<string> Codes() => Agencies.Select(one => one.Code)
        .Concat(Sheets.Select(one => one.AgencyCode))
        .Concat(Evidence.Select(one => one.AgencyCode))
        .Concat(Measures.Select(one => one.AgencyCode));
}

/// <summary>A measure of one agency. Its number counts the agency's measures of the year in the order of the file.</summary>
public sealed record AgencyMeasure(string AgencyCode, Measure Measure);

/// <summary>What an assessor looked at for one item of the checklist, and said of it, in the words of the file.</summary>
/// <param name="Item">As the framework spells it.</param>
/// <param name="Comment">May hold personal data: it belongs into no problem, log or public page.</param>
/// <param name="Line">As Excel shows it.</param>
public sealed record Evidence(FiscalYear Year, string AgencyCode, string Item, string? Url, string? Comment, int Line);

/// <summary>What was counted. <c>Rows</c> = <c>GoodRows</c> + <c>BadRows</c>; the header and blank rows are not rows of data.</summary>
/// <param name="BadRows">Rows with an error; not to be confused with the good rows that fall with their agency.</param>
/// <param name="AgenciesAccepted">Agency codes whose rows count.</param>
/// <param name="AgenciesWithBadRows">Agency codes of which nothing in this file counts.</param>
public sealed record IntakeCounts(
    int Rows = 0, int BlankRows = 0, int GoodRows = 0, int BadRows = 0, int AgenciesAccepted = 0, int AgenciesWithBadRows = 0);
