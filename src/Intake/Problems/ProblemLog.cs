using Ita.Domain;

namespace Ita.Intake.Problems;

/// <summary>Collects problems: counts them all, keeps the first of them.</summary>
internal sealed class ProblemLog(int kept)
{
    private readonly List<Problem> errors = [];
    private readonly List<Problem> warnings = [];

    public int Count { get; private set; }

    /// <summary>Whether one more of this severity would be kept, and not only counted.</summary>
    public bool Keeps(Severity severity) => Of(severity).Count < kept;

    /// <summary>Counts a problem that is not kept.</summary>
    public void AddUnkept() => Count++;

    public void Add(Problem problem)
    {
        Count++;
        if (Keeps(problem.Severity))
        {
            Of(problem.Severity).Add(problem);
        }
    }

    private List<Problem> Of(Severity severity) => severity is Severity.Error ? errors : warnings;

    /// <summary>By line, the file's own first. Warnings take the room that errors leave: an error must not drown in them.</summary>
    public ImmutableArray<Problem> Kept() =>
        [.. errors.Concat(warnings.Take(kept - errors.Count)).OrderBy(problem => problem.Line ?? 0)];
}
