using Ita.Intake.Kinds.Agencies;
using Ita.Intake.Kinds.Checklist;
using Ita.Intake.Kinds.Indicators;
using Ita.Intake.Kinds.Measures;
using Ita.Intake.Kinds.Remarks;
using Ita.Intake.Kinds.Responses;
using Ita.Intake.Kinds.Scores;
using Ita.Intake.Kinds.Settings;
using Ita.Intake.Kinds.Totals;

namespace Ita.Intake.Kinds;

/// <summary>Every kind of file that can be uploaded. CONTRIBUTING.md says how one is added.</summary>
internal static class UploadKinds
{
    /// <summary>In the order in which a header is compared with them: the first of equals is taken.</summary>
    public static ImmutableArray<UploadKind> All { get; } =
    [
        ScoresKind.Kind,
        TotalsKind.Kind,
        IndicatorsKind.Kind,
        AgenciesKind.Kind,
        ChecklistKind.Kind,
        ResponsesKind.Kind,
        MeasuresKind.Kind,
        SettingsKind.Kind,
        RemarksKind.Kind,
    ];

    public static ImmutableArray<UploadLayout> Layouts { get; } = [.. All.SelectMany(kind => kind.Layouts)];

    public static ImmutableArray<KindColumns> Columns { get; } = [.. Layouts.Select(layout => layout.Columns)];
}
