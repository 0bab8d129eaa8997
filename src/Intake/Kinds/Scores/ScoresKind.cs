using Ita.Intake.Headers;
using Ita.Intake.Rows;
using static Ita.Intake.Headers.Column;

namespace Ita.Intake.Kinds.Scores;

/// <summary>Scores: one row per score of an item, indicator, instrument or total.</summary>
internal static class ScoresKind
{
    public static UploadKind Kind { get; } = new(
        FileKind.Scores,
        [new(new KindColumns(
            FileKind.Scores,
            Required: [FiscalYear, AgencyCode, Item, Score],
            Optional: [Name, Respondents, Part, AgencyName, AgencyType, Province],
            Signs: [Item, Score],
            Hints: []), context => new ScoreRows(context))],
        ScoresForm.Write);
}
