using Ita.Domain.Frameworks;
using Ita.Intake.Answers;
using Ita.Intake.Cells;
using Ita.Intake.Columns;
using Ita.Intake.Headers;
using Ita.Intake.Outcomes;

namespace Ita.Intake.Kinds;

/// <summary>Which reader reads the rows of which kind.</summary>
internal static class RowReaders
{
    public static RowReader For(
        KindColumns kind,
        HeaderRow header,
        RowReport report,
        Func<int, Framework?> frameworks,
        ScoreCell scores,
        IntakeLimits limits) => kind.Kind switch
    {
        FileKind.Scores => new ScoreRows(header, report, frameworks, scores),
        FileKind.Indicators => new IndicatorRows(header, report, frameworks, scores),
        FileKind.Checklist => new ChecklistRows(header, report, frameworks, scores),
        FileKind.Responses when kind.Required.Contains(Column.Question) => new WideResponseRows(header, report, frameworks),
        FileKind.Responses => new LongResponseRows(header, report, frameworks, limits.Respondents),
        FileKind.Measures => new MeasureRows(header, report, frameworks, scores),
        FileKind.Agencies => new AgencyRows(header, report, frameworks),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind.Kind, "No reader for this kind."),
    };
}
