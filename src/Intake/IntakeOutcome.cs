namespace Ita.Intake;

/// <summary>What one uploaded file says, and what is wrong with it.</summary>
/// <param name="Kind">Null when the header does not show it.</param>
/// <param name="Refused">Why nothing of the file counts; null when it was accepted, with or without problems.</param>
/// <param name="Problems">By line, up to <see cref="IntakeLimits.KeptProblems"/>, errors before warnings when there is no room for both.</param>
/// <param name="ProblemCount">All of them, kept or not.</param>
public sealed record IntakeOutcome(
    FileKind? Kind,
    Detection Detection,
    Problem? Refused,
    IntakeContent Content,
    ImmutableArray<Problem> Problems,
    int ProblemCount,
    IntakeCounts Counts)
{
    public bool IsRefused => Refused is not null;

    public IReadOnlyCollection<ScoreSheet> Sheets => Content.Sheets;

    public ImmutableArray<Agency> Agencies => Content.Agencies;

    /// <summary>This outcome for a sender who may send files of one agency only: refused where the file names another.</summary>
    /// <param name="agency">The agency's code; null for a sender who may send files of all.</param>
    public IntakeOutcome SentFor(string? agency)
    {
        var other = agency is null ? null : Content.AgencyCodes.FirstOrDefault(code => code != agency);
        return other is null || IsRefused ? this : this with
        {
            Refused = new Fault(ProblemCatalogue.OtherAgency).With("own", agency!).At(null, value: ShownValue.Of(other)),
            ProblemCount = ProblemCount + 1,
            Content = IntakeContent.None,
            Counts = Counts with { AgenciesAccepted = 0, AgenciesWithBadRows = Counts.AgenciesAccepted + Counts.AgenciesWithBadRows },
        };
    }
}

/// <summary>What was counted. <c>Rows</c> = <c>GoodRows</c> + <c>BadRows</c>; the header and blank rows are not rows of data.</summary>
/// <param name="BadRows">Rows with an error. Good rows of the same agency do not count either, but are not among these.</param>
/// <param name="AgenciesAccepted">Agency codes whose rows count.</param>
/// <param name="AgenciesWithBadRows">Agency codes of which nothing in this file counts: all of them where the file is refused.</param>
public sealed record IntakeCounts(
    int Rows = 0, int BlankRows = 0, int GoodRows = 0, int BadRows = 0, int AgenciesAccepted = 0, int AgenciesWithBadRows = 0);
