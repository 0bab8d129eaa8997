using Ita.Intake.Headers;
using Ita.Intake.Rows;
using static Ita.Intake.Headers.Column;

namespace Ita.Intake.Kinds.Measures;

/// <summary>Measures to raise scores: one row per measure.</summary>
internal static class MeasuresKind
{
    public static UploadKind Kind { get; } = new(
        FileKind.Measures,
        [new(new KindColumns(
            FileKind.Measures,
            Required: [FiscalYear, AgencyCode, Measure],
            Optional: [Issue, Item, Steps, Period, Responsible, Monitoring, Status, Percent, Result, Url, AgencyName, AgencyType, Province],
            Signs: [Measure],
            Hints: []), context => new MeasureRows(context))],
        MeasuresForm.Write);
}
