namespace Ita.Intake.Kinds.Scores;

/// <summary>Scores: one row per score of an item, indicator, instrument or total.</summary>
internal static class ScoresKind
{
    public static UploadKind Kind { get; } = new(
        FileKind.Scores,
        [new(new KindColumns(
            FileKind.Scores,
            Required: [Column.FiscalYear, Column.AgencyCode, Column.Item, Column.Score],
            Optional: [Column.Name, Column.Respondents, Column.Part, Column.AgencyName, Column.AgencyType, Column.Province],
            Signs: [Column.Item, Column.Score],
            Hints: []), context => new ScoreRows(context))],
        ScoresForm.Create);
}
