namespace Ita.Reports.Analysis;

/// <summary>The numbers of the last sections of the analysis.</summary>
/// <param name="HasIssues">Whether there is a section about the issues; a year without a list of issues has none.</param>
public sealed record SectionNumbers(bool HasIssues)
{
    public int Years => HasIssues ? 8 : 7;

    public int Gain => Years + 1;

    public int Data => Years + 2;
}
