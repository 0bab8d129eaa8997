using System.Collections.Immutable;
using Ita.Domain;

namespace Ita.Intake.Problems;

/// <summary>Collects problems: counts them all, keeps the first of them.</summary>
internal sealed class ProblemLog(int kept)
{
    private readonly List<Problem> errors = [];
    private readonly List<Problem> warnings = [];

    public int Count { get; private set; }

    public void Add(Problem problem)
    {
        Count++;
        var list = problem.Severity is Severity.Error ? errors : warnings;
        if (list.Count < kept)
        {
            list.Add(problem);
        }
    }

    /// <summary>By line, the file's own first. Warnings take the room that errors leave: an error must not drown in them.</summary>
    public ImmutableArray<Problem> Kept() =>
        [.. errors.Concat(warnings.Take(kept - errors.Count)).OrderBy(problem => problem.Line ?? 0)];
}
