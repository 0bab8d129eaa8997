namespace Ita.Intake.Problems;

/// <summary>Adds to each problem of a workbook the sheet that it is on.</summary>
/// <param name="names">As a problem may show them; empty for a file without sheets.</param>
internal sealed class SheetNames(ImmutableArray<string> names)
{
    private const string OtherLine = "otherLine";

    /// <summary>
    /// The problem with the line of its sheet in place of a <see cref="SheetLine"/>. A problem without a line concerns all sheets that are read.
    /// </summary>
    public Problem AddTo(Problem problem) => names.IsDefaultOrEmpty || problem.Sheet is not null
        ? problem
        : AddOther(problem, problem.Line ?? 0) with { Line = problem.Line is { } line ? SheetLine.LineOf(line) : null };

    private Problem AddOther(Problem problem, int line)
    {
        var named = problem.With(Problem.SheetPlace, problem.Line is null ? string.Join(", ", names) : names[SheetLine.SheetOf(line)]);
        return int.TryParse(problem.Places?.GetValueOrDefault(OtherLine), NumberStyles.None, CultureInfo.InvariantCulture, out var other)
            ? named.With(OtherLine, OtherOf(other, line))
            : named;
    }

    private string OtherOf(int other, int line) => SheetLine.SheetOf(other) == SheetLine.SheetOf(line)
        ? FormattableString.Invariant($"{SheetLine.LineOf(other)}")
        : FormattableString.Invariant($"{SheetLine.LineOf(other)} ({names[SheetLine.SheetOf(other)]})");
}
