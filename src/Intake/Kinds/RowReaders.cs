using Ita.Domain.Frameworks;
using Ita.Intake.Cells;
using Ita.Intake.Headers;

namespace Ita.Intake.Kinds;

/// <summary>Which reader reads the rows of which kind.</summary>
internal static class RowReaders
{
    public static RowReader For(
        FileKind kind, HeaderRow header, RowReport report, Func<int, Framework?> frameworks, ScoreCell scores) => kind switch
    {
        FileKind.Scores => new ScoreRows(header, report, frameworks, scores),
        FileKind.Indicators => new IndicatorRows(header, report, frameworks, scores),
        FileKind.Checklist => new ChecklistRows(header, report, frameworks, scores),
        FileKind.Agencies => new AgencyRows(header, report, frameworks),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No reader for this kind."),
    };
}
