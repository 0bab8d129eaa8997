namespace Ita.Reports.Analysis;

/// <summary>The numbers of the sections of the analysis.</summary>
/// <param name="HasMethod">Whether the chapter about the method is printed; it is the first one.</param>
/// <param name="HasIssues">Whether there is a section about the issues; a year without a list of issues has none.</param>
/// <param name="HasRemarks">Whether there is a section with remarks.</param>
public sealed record SectionNumbers(bool HasMethod, bool HasIssues, bool HasRemarks)
{
    public int Overall => HasMethod ? 2 : 1;

    public int Instruments => Overall + 1;

    public int Indicators => Overall + 2;

    public int Items => Overall + 3;

    public int Classes => Overall + 4;

    public int Issues => Overall + 5;

    public int Remarks => HasIssues ? Issues + 1 : Issues;

    public int Years => HasRemarks ? Remarks + 1 : Remarks;

    public int Gain => Years + 1;

    public int Data => Years + 2;
}
