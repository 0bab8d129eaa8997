namespace Ita.Intake.Problems;

/// <summary>One way in which an upload can be wrong.</summary>
/// <param name="Code">Stable, kebab-case. Its sentences are in the Domain's texts under <c>problem.{Code}</c>.</param>
/// <param name="When">When it is reported, for docs/problems.md.</param>
/// <param name="SparesFile">Whether a row with no other error is left out of the share of bad rows that refuses a file: its other rows are not in
/// doubt.</param>
public sealed record ProblemKind(string Code, ProblemReach Reach, string When, bool SparesFile = false)
{
    public Severity Severity => Reach is ProblemReach.Note ? Severity.Warning : Severity.Error;
}

/// <summary>What a problem makes unusable.</summary>
public enum ProblemReach
{
    /// <summary>A warning: nothing is refused.</summary>
    Note,

    /// <summary>The row, and with it all rows of its agency.</summary>
    Row,

    /// <summary>The whole file.</summary>
    WholeFile,
}
