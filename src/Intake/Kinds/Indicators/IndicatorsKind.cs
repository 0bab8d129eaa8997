using Ita.Intake.Headers;
using Ita.Intake.Rows;
using static Ita.Intake.Headers.Column;

namespace Ita.Intake.Kinds.Indicators;

/// <summary>Scores of indicators: one row per agency, one column per indicator.</summary>
internal static class IndicatorsKind
{
    public static UploadKind Kind { get; } = new(
        FileKind.Indicators,
        [new(new KindColumns(
            FileKind.Indicators,
            Required: [FiscalYear, AgencyCode, Ind],
            Optional: [AgencyName, AgencyType, Province, Total, Rating, Rank],
            Signs: [Ind, Total, Rating],
            Hints: []), context => new IndicatorRows(context))],
        IndicatorsForm.Write);
}
