namespace Ita.Intake.Workbooks.Writing;

/// <summary>One column of a sheet that is written.</summary>
/// <param name="IsNumber">Whether its cells are for numbers. The cells of any other column are text, so that a code keeps its zeros and no
/// program makes a date, a number or a formula of what is typed.</param>
/// <param name="Width">In characters of the standard font.</param>
/// <param name="Choices">The values to choose from; null when anything may be typed.</param>
public sealed record WorkbookColumn(string Title, bool IsNumber = false, double Width = 16, ChoiceList? Choices = null);

/// <summary>The values that a cell offers to choose from.</summary>
/// <param name="IsClosed">Whether the spreadsheet program refuses other values; otherwise it asks.</param>
/// <param name="Prompt">Shown beside a cell that is chosen; null for nothing.</param>
public sealed record ChoiceList(ImmutableArray<string> Values, bool IsClosed = false, string? Prompt = null);
