using Ita.Domain.Improvement;

namespace Ita.Intake.Kinds.Measures;

/// <summary>Reads which of the issues a measure belongs to: its number, its title, or both; empty is not given.</summary>
internal static partial class IssueCell
{
    public static Reading<int?> Read(ReadOnlySpan<byte> cell, Framework framework)
    {
        var plain = CellText.Plain(CellText.Trimmed(cell));
        if (plain.Length == 0)
        {
            return new((int?)null);
        }

        return (Numbered(plain) ?? Titled(plain, framework)) is { } number and >= 1 and <= MeasureChecks.Issues
            ? new Reading<int?>(number)
            : new Fault(ProblemCatalogue.IssueUnknown)
                .With("known", string.Join(", ", Enumerable.Range(1, MeasureChecks.Issues)))
                .With("year", framework.Year.ToString());
    }

    private static int? Numbered(string plain) => NumberFirst().Match(plain) is { Success: true } match
        ? int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)
        : null;

    private static int? Titled(string plain, Framework framework) =>
        framework.Issues.FirstOrDefault(issue => CellText.Plain(issue.Title) == plain)?.Number;

    /// <summary><c>3</c>, <c>ประเด็นที่ 3</c>, and either with the title behind it.</summary>
    [GeneratedRegex(@"^(ประเด็นที่|ประเด็น|issue)?(?<number>[0-9]{1,3})([.):]?(\D.*)?)?$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex NumberFirst();
}
