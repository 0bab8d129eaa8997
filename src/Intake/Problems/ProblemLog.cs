namespace Ita.Intake.Problems;

/// <summary>Counts all problems and keeps the first of them.</summary>
/// <param name="sheets">The sheets of the file; see <see cref="SheetNames"/>.</param>
internal sealed class ProblemLog(int kept, SheetNames sheets)
{
    private readonly List<Problem> errors = [];
    private readonly List<Problem> warnings = [];

    public int Count { get; private set; }

    /// <summary>Whether another problem of this severity would be kept.</summary>
    public bool Keeps(Severity severity) => ListFor(severity).Count < kept;

    /// <summary>Counts a problem that is not kept.</summary>
    public void AddUnkept() => Count++;

    public void Add(Problem problem)
    {
        Count++;
        if (Keeps(problem.Severity))
        {
            ListFor(problem.Severity).Add(problem);
        }
    }

    private List<Problem> ListFor(Severity severity) => severity is Severity.Error ? errors : warnings;

    /// <summary>By line, those of the whole file first. Warnings are kept only where errors leave room.</summary>
    public ImmutableArray<Problem> Kept() =>
        [.. errors.Concat(warnings.Take(kept - errors.Count)).OrderBy(problem => problem.Line ?? 0).Select(sheets.AddTo)];
}
