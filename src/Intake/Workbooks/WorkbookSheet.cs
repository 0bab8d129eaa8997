namespace Ita.Intake.Workbooks;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Open">Opens its rows. They may be opened several times, one after the other.</param>
internal sealed record WorkbookSheet(string Name, Func<WorkbookRows> Open)
{
    public string ShownName { get; } = ShownValue.OfWords(Name);
}
