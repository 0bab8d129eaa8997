using Ita.App.Delivery;

namespace Ita.App.Surveys.Pages;

/// <summary>The content of a form: what was sent before, and its faults.</summary>
/// <param name="Path">iit or eit.</param>
/// <param name="Token">See <see cref="FormTokens"/>.</param>
/// <param name="Sent">The fields as they were sent; empty for a new form.</param>
/// <param name="Faults">In the order of the form.</param>
/// <param name="Notice">A message in Thai that is not about a fault; null for none.</param>
public sealed record SurveyView(
    AgencySurvey Survey,
    QuestionList Form,
    string Path,
    string Token,
    IReadOnlyDictionary<string, string> Sent,
    ImmutableArray<FieldFault> Faults,
    string? Notice = null)
{
    /// <summary>The one-time password that was just sent; null when none was.</summary>
    public SentOtp? Password { get; init; }

    /// <summary>The ways on which passwords are sent.</summary>
    public ImmutableArray<DeliveryWay> Ways { get; init; } = [];

    public bool NeedsPassword => SurveyForms.AccessTo(Form) == SheetAccess.Password;

    public int Year => Form.Framework.Year.BuddhistEra;

    public string Address => AddressOf(Year, Survey.Agency.Code, Path);

    public string Title => $"{Form.NameTh} ({Form.Code})";

    /// <summary>The value that was sent for a field.</summary>
    public string? Value(string field) => Sent.GetValueOrDefault(field);

    public string? FaultOf(string field) => Faults.FirstOrDefault(fault => fault.Field == field)?.Text;

    public static string AddressOf(int year, string agency, string path) =>
        FormattableString.Invariant($"{PageRoutes.Root}/surveys/{year}/{Uri.EscapeDataString(agency)}/{path}");
}

/// <summary>A survey that accepts no sheets today, or the thanks for a sheet.</summary>
public sealed record SurveyNote(AgencySurvey Survey, QuestionList Form);

/// <param name="Meters">One per form.</param>
public sealed record MeterView(AgencySurvey Survey, ImmutableArray<SampleMeter> Meters);
