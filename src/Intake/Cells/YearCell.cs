namespace Ita.Intake.Cells;

/// <summary>Reads a fiscal year of the Buddhist Era for which a framework is known.</summary>
internal sealed partial class YearCell(FrameworkCatalogue frameworks)
{
    /// <summary>The years that <see cref="FiscalYear"/> can be.</summary>
    private const int FirstYear = 2500;
    private const int LastYear = 2699;

    public Reading<Framework> Read(string cell)
    {
        var text = CellText.WithAsciiDigits(cell);
        text = Written().Match(text) is { Success: true } match ? match.Groups["year"].Value.Replace(",", "", StringComparison.Ordinal) : text;
        if (text.Length == 0)
        {
            return new Fault(ProblemCatalogue.YearEmpty);
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return new Fault(ProblemCatalogue.YearNotANumber);
        }

        return frameworks.Find(year) is { } framework ? framework : Unknown(year);
    }

    /// <summary>
    /// A year with what people and programs write around it: <c>พ.ศ. 2566</c>, <c>ปีงบประมาณ 2566</c>, <c>2,566</c>, <c>2566.0</c>.
    /// </summary>
    [GeneratedRegex(
        @"^'?(ปีงบประมาณ|ปีงบ|ปี|FY)?\s*(พ\.?\s?ศ\.?)?\s*(?<year>[0-9]{4}|[0-9],[0-9]{3})(\.00?)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Written();

    private Fault Unknown(int year)
    {
        return CommonEra(year) is { } meant
            ? new Fault(ProblemCatalogue.YearCommonEra).With("expected", meant.ToString())
            : new Fault(ProblemCatalogue.UnknownYear).With("known", string.Join(", ", frameworks.Years));
    }

    private static FiscalYear? CommonEra(int year) =>
        year >= FiscalYear.FromBuddhistEra(FirstYear).End.Year && year <= FiscalYear.FromBuddhistEra(LastYear).End.Year
            ? FiscalYear.Containing(new DateOnly(year, 1, 1))
            : null;
}
