namespace Ita.Intake.Headers;

/// <summary>The title of a column as a problem may show it.</summary>
internal static class ColumnTitle
{
    /// <summary>The title, or the letters of the column in a spreadsheet where the title may be personal data.</summary>
    /// <param name="index">From 0.</param>
    public static string Shown(string title, int index, QuestionTitles questions) =>
        PersonalData.IsIn(title) || (PersonalData.IsLikeName(title) && !ColumnNames.Resembles(title) && questions.Find(title) is null)
            ? $"{PersonalData.Hidden} ({Letters(index)})"
            : ShownValue.Short(title);

    /// <summary>The letters of a column in a spreadsheet: A, B … AA.</summary>
    /// <param name="index">From 0.</param>
    public static string Letters(int index) =>
        (index < 26 ? "" : Letters((index / 26) - 1)) + (char)('A' + (index % 26));
}
