using Ita.App.Delivery;
using Ita.App.Web.Forms;

namespace Ita.App.Surveys.Periods;

/// <summary>The fields of the form that sets a period, as they were typed.</summary>
/// <param name="Seen">The ETag of the survey when the form was shown; null for a new one.</param>
public sealed record PeriodFields(
    string? Agency = null, string? Opens = null, string? Closes = null, bool ClosesWhenReached = false, string? Seen = null);

/// <summary>One page of the surveys of a year.</summary>
/// <param name="Next">The token of the next page; null on the last.</param>
public sealed record SurveyYearView(
    int Year,
    ImmutableArray<int> Years,
    ImmutableArray<AgencySurvey> Surveys,
    string? Next,
    PeriodFields Form,
    ImmutableArray<FieldFault> Faults);

/// <summary>One survey with what may be done with it.</summary>
/// <param name="Refused">The part of the page whose form was refused: period, close or reopen; null for none.</param>
/// <param name="Reason">The reason as it was typed in that form.</param>
/// <param name="LastDay">The new last day as it was typed.</param>
public sealed record SurveyControlView(
    AgencySurvey Survey,
    PeriodFields Form,
    ImmutableArray<FieldFault> Faults,
    string? Refused = null,
    string? Reason = null,
    string? LastDay = null,
    string? Done = null)
{
    /// <summary>The outcomes of the letters of the last days; null where a refused form is shown again.</summary>
    public ImmutableArray<DeliveryCount>? Sent { get; init; }

    public bool MaySet => Survey.Phase is SurveyPhase.NotYet or SurveyPhase.Open;

    /// <summary>A survey whose last day is over may be closed too, until its closing was recorded.</summary>
    public bool MayClose => Survey.Phase != SurveyPhase.Published && Survey.Record.State.Closed is null;

    public bool MayReopen => Survey.Phase == SurveyPhase.Closed;
}

internal static class SurveyAddress
{
    public static string Of(int year) => FormattableString.Invariant($"{PageRoutes.Root}/survey-years/{year}");

    public static string Of(int year, string agency) => $"{Of(year)}/{Uri.EscapeDataString(agency)}";

    public static string Word(SurveyPhase phase) => phase switch
    {
        SurveyPhase.NotYet => "ยังไม่เปิด",
        SurveyPhase.Open => "เปิดรับ",
        SurveyPhase.Closed => "ปิดรับแล้ว",
        _ => "ประกาศผลแล้ว",
    };
}
